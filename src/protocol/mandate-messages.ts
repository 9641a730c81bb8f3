/** What crosses the wire of a mandate, and of a whole campaign. Its sentences are for whoever writes the programme. */
import * as v from 'valibot';
import { RESPONSES } from '../model/mandate.js';
import { candidateSchema } from './candidate-schema.js';
import { calendar } from './calendar-schema.js';
import * as field from './election-fields.js';
import { electionSchema } from './election-schema.js';
import { clockSchema } from './messages.js';
import { photo } from './photo-schema.js';

const opt = v.exactOptional;

/** Ids are named in addresses and in calendars: each stands once. */
const ownIds = <T extends { readonly id: string }>() =>
  v.check<T[], string>(
    (all) => new Set(all.map(({ id }) => id)).size === all.length,
    'Two of these have the same id: give each one an id of its own.',
  );

const milestone = v.pipe(
  field.strict({
    id: field.id('The id of the date.'),
    title: field.text(140, 'What it is, in a few words.'),
    at: field.instant('When it begins.'),
    ends: opt(field.instant('When it ends, where it lasts.')),
    place: opt(field.text(140, 'Where it is.')),
    promise: opt(field.text(1000, 'What was promised.')),
    kept: opt(
      field.strict({
        at: field.instant('When it was done.'),
        what: opt(field.text(1000, 'What was done.')),
      }),
    ),
  }),
  v.check(
    ({ at, ends }) => ends === undefined || Date.parse(ends) >= Date.parse(at),
    'This ends before it begins.',
  ),
);

const report = field.strict({
  id: field.id('The id of the report.'),
  title: field.text(140, 'What it is about.'),
  text: field.text(5000, 'The report: plain text; a blank line starts a new paragraph.'),
  at: field.instant('When it was written.'),
  photos: opt(field.list(photo('A picture of it.'), 12, 'Pictures.')),
});

const points = (description: string) => field.list(field.text(300, 'A sentence.'), 30, description);

/** A mandate, whole. Every text in it is written by the brand or the president, and shown as text. */
export const mandateSchema = field.strict({
  response: opt(
    field.strict({
      kind: field.oneOf(RESPONSES, 'How the brand answers its president.'),
      text: opt(field.text(2000, "In the brand's own words.")),
      at: field.instant('When it answered.'),
    }),
  ),
  milestones: v.pipe(field.list(milestone, 100, 'The programme.'), ownIds()),
  reports: v.pipe(field.list(report, 200, 'What the president reports.'), ownIds()),
  privileges: points('What the president is given.'),
  obligations: points('What the president owes.'),
  handover: opt(
    field.strict({
      text: opt(field.text(2000, 'What follows, in words.')),
      election: opt(field.id("The next edition's election.")),
    }),
  ),
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** GET mandate */
export const mandateAnswerSchema = v.object({
  mandate: v.nullable(mandateSchema),
  questions: v.optional(v.object({ asked: count, answered: count })),
});

const { id, title, brand } = electionSchema.pipe[0].entries;
const { name, town, photo: portrait, slogan, lang } = candidateSchema.entries;
const face = { id, name, town, photo: portrait };

/** GET campaign */
export const campaignAnswerSchema = v.object({
  clock: clockSchema,
  entries: v.array(
    v.object({
      id,
      title,
      brand,
      calendar,
      candidates: count,
      ballots: v.optional(count),
      leaders: v.optional(v.array(v.object(face))),
      permille: v.optional(count),
      outcome: v.optional(v.picklist(['elected', 'tie', 'no-quorum', 'no-ballots'])),
    }),
  ),
});

/** GET assembly */
export const assemblyAnswerSchema = v.object({
  clock: clockSchema,
  seats: v.array(
    v.object({
      election: id,
      brand,
      calendar,
      president: v.object({ ...face, slogan, lang }),
      votes: count,
      ballots: count,
      response: v.optional(v.picklist(RESPONSES)),
      agenda: v.array(
        v.object({ id: v.string(), title: v.string(), at: v.string(), place: v.optional(v.string()) }),
      ),
      kept: count,
      promised: count,
    }),
  ),
});
