import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Election, Storage } from 'voix/server';
import { parse } from 'yaml';
import { PHASES } from './season-plan.js';

const DAY = 24 * 3_600_000;

const text = v.string();
const day = v.number();
const schema = v.record(
  text,
  v.strictObject({
    news: v.optional(v.array(v.strictObject({ by: text, day, text })), []),
    questions: v.optional(
      v.array(
        v.strictObject({
          idea: v.optional(v.boolean(), false),
          text,
          name: text,
          to: v.optional(text),
          day,
          supports: v.number(),
          answers: v.optional(v.array(v.strictObject({ by: text, day, text })), []),
        }),
      ),
      [],
    ),
  }),
);
type Voices = v.InferOutput<typeof schema>[string];
type Question = Voices['questions'][number];

/** What is said around each election, by its id. @throws Error where the file is not as it has to be */
export async function readVoices(file: string): Promise<Readonly<Record<string, Voices>>> {
  return v.parse(schema, parse(await readFile(file, 'utf8')));
}

interface Hours {
  /** When voting opens; milliseconds since 1970. */
  readonly opens: number;
  /** What would be said later is not said yet. */
  readonly until: number;
  /** Sets the storage's clock. */
  readonly at: (ms: number) => void;
}

/** Writes what is said around an election, each on its day. @throws ElectionError as the storage does */
export async function speak(
  { topics }: Storage,
  election: Election,
  { news, questions }: Voices,
  { opens, until, at }: Hours,
): Promise<void> {
  if (!topics) return;
  const { id } = election;
  const isSaid = (said: { readonly day: number }): boolean => opens + said.day * DAY <= until;
  // Not all at the stroke of the hour at which the vote opens.
  const on = (said: { readonly day: number }, i: number) =>
    at(opens + said.day * DAY - (i * 97 + 41) * 60_000);
  for (const [i, piece] of news.filter(isSaid).entries()) {
    on(piece, i);
    await topics.news.add(id, { id: crypto.randomUUID(), candidate: piece.by, text: piece.text });
  }
  for (const [i, asked] of questions.filter(isSaid).entries()) {
    on(asked, i);
    const question = await topics.questions.ask(id, sentOf(asked, `${id} ${i} asks`));
    for (let n = 1; n < asked.supports; n++)
      await topics.questions.support(id, question.id, `${id} ${i} ${n}`, true);
    for (const answer of asked.answers.filter(isSaid)) {
      on(answer, i);
      await topics.questions.answer(id, question.id, { ...speakerOf(answer, election), text: answer.text });
    }
  }
}

const sentOf = ({ idea, text, name, to }: Question, person: string) => ({
  id: crypto.randomUUID(),
  key: crypto.randomUUID(),
  person,
  kind: idea ? ('idea' as const) : ('question' as const),
  text,
  name,
  candidate: to ?? null,
});

/** Whoever still answers once all is proclaimed presides. @throws Error where nobody stands under that id */
function speakerOf(
  { by, day }: { readonly by: string; readonly day: number },
  { brand, candidates }: Election,
) {
  if (by === 'brand') return { by: 'brand' as const, name: brand.name };
  const name = candidates.find(({ id }) => id === by)?.name;
  if (name === undefined) throw new Error(`${by} does not stand in the election of ${brand.name}`);
  return { by: day < PHASES.proclaimed ? ('candidate' as const) : ('president' as const), name };
}
