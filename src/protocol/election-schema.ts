/**
 * The schema of an election: of the file that describes it, of the wire, of the OpenAPI document and
 * of the JSON Schema that editors complete from. Its sentences are for whoever writes the file.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { PHASES, type Calendar, type Rules } from '../model/election.js';
import * as field from './election-fields.js';

const opt = v.exactOptional;

const percent = v.pipe(
  v.number('This must be a number.'),
  v.minValue(0, 'A percentage goes from 0 to 100.'),
  v.maxValue(100, 'A percentage goes from 0 to 100.'),
);

const photo = (description: string) =>
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

const brand = field.strict({
  id: field.id('The id of the brand.'),
  name: field.text(80, 'The name of the brand.'),
  story: opt(field.text(200, 'One line: what the brand does, in its own words.')),
  colour: opt(
    v.pipe(
      v.string('Put quotes around the colour: "#0a7d55".'),
      v.regex(/^#[0-9a-fA-F]{6}$/, 'Write the colour as # and six hexadecimal digits, in quotes: "#0a7d55".'),
      v.description('The colour of the brand, "#rrggbb". In YAML it needs the quotes: # starts a comment.'),
    ),
  ),
  logo: opt(photo('The logo of the brand.')),
  url: opt(field.site('The site of the brand.')),
  welcome: opt(field.text(1000, 'What the brand says to the president on the day of the proclamation.')),
});

const VIDEO_IDS = {
  youtube: v.regex(
    /^[\w-]{11}$/,
    "YouTube's id of a video has 11 characters: what follows v= in its address.",
  ),
  vimeo: v.regex(/^\d{1,12}$/, "Vimeo's id of a video is a number: what ends its address."),
  dailymotion: v.regex(
    /^[a-zA-Z0-9]{1,16}$/,
    "Dailymotion's id of a video is what follows /video/ in its address.",
  ),
};
const videoBy = <const P extends string, I extends v.GenericSchema<string, string>>(
  provider: P,
  videoId: I,
) =>
  field.strict({
    provider: v.literal(provider),
    id: videoId,
    poster: opt(
      field.address('The picture before the click that loads the video. The photo, where it is absent.'),
    ),
    title: opt(field.text(140, 'What the video is about, read by the play button.')),
  });
const hosted = <const P extends keyof typeof VIDEO_IDS>(provider: P) =>
  videoBy(
    provider,
    v.pipe(
      v.string('Put quotes around the id.'),
      VIDEO_IDS[provider],
      v.description("The provider's id of the video."),
    ),
  );
const video = v.pipe(
  v.variant(
    'provider',
    [
      hosted('youtube'),
      hosted('vimeo'),
      hosted('dailymotion'),
      videoBy('file', field.address('The address of the video file.')),
    ],
    'A video has a `provider` (youtube, vimeo, dailymotion or file) and an `id`.',
  ),
  v.description('A video, loaded only when a visitor clicks.'),
);

const candidate = field.strict({
  id: field.id(
    'The id of the candidate. It is written in every ballot: never change it once voting has opened.',
  ),
  name: field.text(80, 'The name, as customers read it.'),
  town: opt(field.text(80, 'Where the candidate lives.')),
  photo: opt(photo('A portrait, best in 4:5.')),
  slogan: opt(field.text(140, 'One line: what one reads first.')),
  manifesto: opt(field.text(5000, 'The manifesto: plain text; a blank line starts a new paragraph.')),
  video: opt(video),
  lang: opt(field.lang("The language of the candidate's own words, where it is not the election's.")),
});

/** Each phase that the calendar has begins when the one before it has begun, or later. */
const inOrder = v.rawCheck<Calendar>(({ dataset, addIssue }) => {
  if (!dataset.typed || dataset.issues) return;
  const calendar = dataset.value;
  const given = PHASES.filter((phase) => calendar[phase] !== undefined);
  given.forEach((phase, i) => {
    const before = given[i - 1];
    if (!before) return;
    const [starts, startsBefore] = [calendar[phase] ?? '', calendar[before] ?? ''];
    const gap = Date.parse(starts) - Date.parse(startsBefore);
    if (gap > 0 || (gap === 0 && phase !== 'counting')) return;
    addIssue({
      message: `The calendar runs backwards: \`${phase}\` (${starts}) must come after \`${before}\` (${startsBefore}).`,
      path: [{ type: 'object', origin: 'value', input: calendar, key: phase, value: starts }],
    });
  });
});

const calendar = v.pipe(
  field.strict({
    announced: opt(field.instant('When the election is announced.')),
    candidacy: opt(field.instant('When customers may stand.')),
    campaign: opt(field.instant('When the campaign begins.')),
    voting: field.instant('When voting opens.'),
    counting: field.instant('The close: a ballot that arrives at this instant is too late.'),
    proclaimed: opt(field.instant('When the outcome is shown. At the close, where it is absent.')),
    mandate: opt(field.instant("When the president's term begins.")),
    ended: opt(field.instant('When the term ends.')),
    timeZone: field.timeZone('The IANA time zone in which the calendar is shown: Europe/Paris.'),
  }),
  inOrder,
  v.description('When each phase begins. `voting` and `counting` are needed; what is absent is passed over.'),
);

const method = v.pipe(
  v.variant(
    'kind',
    [
      field.strict({ kind: v.literal('plurality') }),
      field.strict({
        kind: v.literal('approval'),
        max: opt(
          field.whole(1, 'How many candidates a ballot may name. As many as one likes, where it is absent.'),
        ),
      }),
    ],
    'The method has a `kind`: plurality (one candidate a ballot) or approval (several).',
  ),
  v.description('How a ballot is filled in.'),
);

const rules = v.pipe(
  field.strict({
    method: v.optional(method, { kind: 'plurality' }),
    visibility: v.optional(
      field.oneOf(['always', 'until-voted', 'until-close'], 'Who sees the standings while votes come in.'),
      'until-voted',
    ),
    revote: v.optional(
      field.yesNo('Whether a voter may change the ballot until the close; the last one counts.'),
      true,
    ),
    confirm: v.optional(
      field.yesNo('Whether the voter is asked to confirm before the ballot is cast.'),
      true,
    ),
    quorum: v.optional(field.whole(0, 'The least number of ballots for anyone to be elected. 0: none.'), 0),
    identity: v.optional(field.oneOf(['device'], 'How a voter proves to be one person.'), 'device'),
  }),
  v.description('Frozen once voting has opened.'),
);

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value && 'id' in value ? value.id : undefined;

const candidates = v.pipe(
  field.list(
    candidate,
    2000,
    'The candidates, in any order: each visitor sees them in an order of their own.',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!Array.isArray(dataset.value)) return;
    const seen = new Set<unknown>();
    dataset.value.forEach((value: unknown, key) => {
      const taken = idOf(value);
      if (taken !== undefined && seen.has(taken))
        addIssue({
          message: `Two candidates have the id \`${String(taken)}\`: give each one an id of its own.`,
          path: [
            { type: 'array', origin: 'value', input: [], key, value },
            { type: 'object', origin: 'value', input: {}, key: 'id', value: taken },
          ],
        });
      seen.add(taken);
    });
  }),
);

interface Standing {
  readonly rules: Pick<Rules, 'method'>;
  readonly candidates: readonly unknown[];
}
const noMoreThanStand = ({ rules: { method: by }, candidates: standing }: Standing): boolean =>
  by.kind !== 'approval' || by.max === undefined || standing.length === 0 || by.max <= standing.length;

const TOO_MANY = '`max` is greater than the number of candidates: lower it, or leave it out.';

const entries = {
  id: field.id('The id of the election: in the address, and in the `election` attribute of the page.'),
  lang: field.lang('The language of the election: fr, en, en-GB.'),
  title: field.text(140, 'The question put to customers.'),
  brand: v.pipe(brand, v.description('Who holds the election.')),
  calendar,
  rules: v.optional(rules, {}),
  candidates,
};

/** An election, as it crosses the wire. */
export const electionSchema = v.pipe(
  field.strict(entries),
  v.forward(v.partialCheck([['rules', 'method'], ['candidates']], noMoreThanStand, TOO_MANY), [
    'rules',
    'method',
  ]),
);

const origin = v.pipe(
  v.string('This must be a text. Put quotes around it.'),
  v.check(
    (value) =>
      value === '*' || (URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value)),
    'An origin is the start of a page\'s address, without a path or a slash at the end: https://brand.example. "*" is every page.',
  ),
);

/** An election file: the election, and what only the server needs to know. */
export const electionFileSchema = v.pipe(
  field.strict({
    $schema: opt(v.pipe(v.string(), v.description('Where editors find the JSON Schema of this file.'))),
    ...entries,
    origins: v.optional(
      field.list(
        origin,
        100,
        'The sites whose pages may show the election: https://brand.example. "*": every site.',
      ),
      [],
    ),
  }),
  v.forward(v.partialCheck([['rules', 'method'], ['candidates']], noMoreThanStand, TOO_MANY), [
    'rules',
    'method',
  ]),
);

/** The JSON Schema (draft 07) of an election file, for editors. */
export function electionJsonSchema(): Record<string, unknown> {
  const schema = toJsonSchema(electionFileSchema, { typeMode: 'input', errorMode: 'ignore' });
  return { ...schema, title: 'A Voix election' };
}
