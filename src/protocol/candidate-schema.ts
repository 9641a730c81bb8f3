import * as v from 'valibot';
import * as field from './election-fields.js';
import { photo } from './photo-schema.js';
import { video } from './video-schema.js';

const opt = v.exactOptional;

export const candidateSchema = field.strict({
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

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value && 'id' in value ? value.id : undefined;

/** Those who stand, each with an id of their own. */
export const candidates = v.pipe(
  field.list(
    candidateSchema,
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
