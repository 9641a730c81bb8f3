import type { Election } from '../model/election.js';
import { readElections } from './election-files.js';
import { count, describeFindings } from './findings.js';

export interface Checked {
  readonly ok: boolean;
  /** For the terminal. */
  readonly report: string;
}

/** Says of each file what election it describes, or what is wrong with it and where. */
export async function check(paths: readonly string[]): Promise<Checked> {
  const elections = await readElections(paths);
  const wrong = elections.filter(({ read }) => !read.ok);
  const problems = wrong.reduce((sum, { read }) => sum + (read.ok ? 0 : read.findings.length), 0);
  const parts = elections.map(({ file, text, read }) =>
    read.ok ? `${file}: ${summary(read.value.election)}\n` : describeFindings(file, text, read.findings),
  );
  parts.push(
    problems === 0
      ? `${count(elections.length, 'file')}, no problem.\n`
      : `${count(problems, 'problem')} in ${count(wrong.length, 'file')} of ${elections.length}.\n`,
  );
  return { ok: problems === 0, report: parts.join('\n') };
}

/** What a reader can hold against what was meant, the hours above all. */
function summary({ title, candidates, rules, calendar }: Election): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: calendar.timeZone,
  });
  const [opens, closes] = [calendar.voting, calendar.counting].map((instant) =>
    format.format(Date.parse(instant)),
  );
  return [
    title,
    `  ${count(candidates.length, 'candidate')}, ${rules.method.kind}, results ${rules.visibility}`,
    `  voting from ${opens}`,
    `         to   ${closes} (${calendar.timeZone})`,
  ].join('\n');
}
