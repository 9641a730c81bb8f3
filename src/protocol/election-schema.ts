/**
 * The schema of an election: of the file that describes it, of the wire, of the OpenAPI document and
 * of the JSON Schema that editors complete from. Its sentences are for whoever writes the file.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { calendar } from './calendar-schema.js';
import { candidates } from './candidate-schema.js';
import * as field from './election-fields.js';
import { photo } from './photo-schema.js';
import { noMoreThanStand, rules, TOO_MANY } from './rules-schema.js';
import { terms } from './terms-schema.js';

const opt = v.exactOptional;

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

const entries = {
  id: field.id('The id of the election: in the address, and in the `election` attribute of the page.'),
  lang: field.lang('The language of the election: fr, en, en-GB.'),
  title: field.text(140, 'The question put to customers.'),
  brand: v.pipe(brand, v.description('Who holds the election.')),
  page: opt(
    v.pipe(
      field.address(
        'The page on which the election stands, where links to a candidate lead: https://, or a path on the backend.',
      ),
      v.check(
        (page) => !page.includes('#'),
        'Leave out what begins with #: a link to a candidate puts its own there.',
      ),
    ),
  ),
  calendar,
  rules: v.optional(rules, {}),
  terms: opt(terms),
  candidates,
  amendments: opt(
    field.list(
      field.strict({
        at: field.instant('When it was changed.'),
        parts: field.list(field.text(80, 'A part.'), 40, 'What was changed.'),
        note: field.text(500, 'Why, in words.'),
      }),
      200,
      'What was changed after voting had opened. The admin writes it.',
    ),
  ),
};

/** An election, as it crosses the wire. */
export const electionSchema = v.pipe(
  field.strict(entries),
  v.forward(v.partialCheck([['rules', 'method'], ['candidates']], noMoreThanStand, TOO_MANY), [
    'rules',
    'method',
  ]),
);

const ORIGIN =
  'An origin is the start of a page\'s address, without a path or a slash at the end: https://brand.example. "*" is every page.';

export const originSchema = v.pipe(
  v.string('This must be a text. Put quotes around it.'),
  v.check(
    (value) => value === '*' || value === originOf(value),
    ({ input }) => {
      const meant = originOf(input);
      return meant ? `${ORIGIN} Write ${meant} here.` : ORIGIN;
    },
  ),
  v.check(
    (value) => value === '*' || !value.includes('*'),
    'A part of an address cannot stand for several: name each site, with https:// before it. "*" alone is every page.',
  ),
);

/** As browsers send it, with a name in other letters than a–z encoded; `undefined` where it is no address. */
function originOf(address: string): string | undefined {
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
}

const witness = field.strict({
  key: v.pipe(
    v.string('This must be a text. Put quotes around it.'),
    v.regex(
      /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/,
      'This is not the public key of a witness: `voix witness` prints it. It looks like name+1a2b3c4d+B…',
    ),
    v.description('The public key of the witness (a vkey).'),
  ),
  url: v.pipe(
    v.string('This must be a text. Put quotes around it.'),
    v.regex(
      /^https?:\/\/[^\s?#]*[^\s?#/]$/,
      'Write the address of the witness, without a slash at the end: https://witness.example',
    ),
    v.check((url) => URL.canParse(url), 'This is not an address that can be opened.'),
    v.description('Where it takes checkpoints.'),
  ),
});

/** An election file: the election, and what only the server needs to know. */
export const electionFileSchema = v.pipe(
  field.strict({
    $schema: opt(v.pipe(v.string(), v.description('Where editors find the JSON Schema of this file.'))),
    ...entries,
    origins: v.optional(
      field.list(
        originSchema,
        100,
        'The sites whose pages may show the election: https://brand.example. "*": every site.',
      ),
      [],
    ),
    witnesses: opt(
      field.list(
        witness,
        16,
        'Servers of others that co-sign the log, so that nobody can be shown another one: `voix witness` is one.',
      ),
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
