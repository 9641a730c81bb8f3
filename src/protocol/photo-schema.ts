import * as v from 'valibot';
import * as field from './election-fields.js';

const opt = v.exactOptional;

const percent = v.pipe(
  v.number('This must be a number.'),
  v.minValue(0, 'A percentage goes from 0 to 100.'),
  v.maxValue(100, 'A percentage goes from 0 to 100.'),
);

/** A picture, of a candidate or a brand. */
export const photo = (description: string) =>
  v.pipe(
    field.strict({
      src: field.address(
        'The picture: an https:// address, or a path on the backend, such as /photos/amina.webp.',
      ),
      alt: opt(
        field.text(200, 'What the picture shows, for those who do not see it. The name, where it is absent.'),
      ),
      srcset: opt(
        field.srcset('The same picture in several widths: /amina-400.webp 400w, /amina-800.webp 800w'),
      ),
      focus: opt(
        v.pipe(
          v.strictTuple([percent, percent], 'Write the two percentages in brackets: [50, 30].'),
          v.description('The point to keep when the picture is cropped, in percent of width and height.'),
        ),
      ),
    }),
    v.description(description),
  );
