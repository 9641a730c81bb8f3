import * as v from 'valibot';
import { parseDescribed, type Described } from '../protocol/described-file.js';
import { id, strict, whole } from '../protocol/election-fields.js';

const votes = v.pipe(
  v.record(
    id("A candidate's id."),
    whole(0, 'How many ballots name the candidate.'),
    'Write candidates with their votes: `amina: 120`.',
  ),
  v.description('Votes by candidate.'),
);

const approval = strict({ ballots: whole(0, 'How many ballots there are.'), marks: votes });

/** How one election ends: votes by candidate, or for approval the ballots and what they mark. */
const ending = v.lazy((input: unknown) =>
  typeof input === 'object' && input && 'marks' in input && typeof input.marks === 'object'
    ? approval
    : votes,
);

const storySchema = strict({
  seed: v.optional(whole(0, 'Another seed gives another month with the same end.'), 1),
  elections: v.pipe(
    v.record(id("An election's id."), ending, 'Write elections with their candidates and votes.'),
    v.description('How each election ends.'),
  ),
});

/** The exact end of some elections; the way there is drawn from the seed. */
export type Story = v.InferOutput<typeof storySchema>;
export type Ending = Story['elections'][string];

/** Reads the text of a story file, YAML or JSON. Never throws. */
export const parseStory = (text: string): Described<Story> => parseDescribed(text, storySchema);
