/** Writes a whole election of so many ballots into a folder, as `voix publish` would. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, hour, openedBakery, proclaim } from '../../test/audit/support/bakery.js';
import { answering } from '../program.js';

/** Every tenth voter changes once. */
const AGAIN = 10;
const CANDIDATES = 12;

answering(async ({ folder, ballots }: { folder: string; ballots: number }): Promise<number> => {
  const log = openedBakery({ candidates: CANDIDATES });
  const voters = Math.ceil(ballots / (1 + 1 / AGAIN));
  const counts = Array.from({ length: CANDIDATES }, () => 0);
  const count = (candidate: number, by: number) =>
    (counts[candidate - 1] = (counts[candidate - 1] ?? 0) + by);
  // The square makes the first ones loved more, and nobody's sum the same as another's.
  const chosen = (n: number) => 1 + Math.floor(CANDIDATES * ((n * 0.618034) % 1) ** 2);
  for (let n = 0; n < ballots; n++) {
    const voter = n < voters ? n : (n - voters) * AGAIN;
    if (n >= voters) count(chosen(voter), -1);
    count(chosen(n), 1);
    log.ballot(String(voter), `plurality:${chosen(n)}`, hour(Math.floor((n * 10) / ballots)));
  }
  close(log, { voters, counted: voters });
  const [most = 0, second = 0] = [...counts].sort((a, b) => b - a);
  const candidate = counts.indexOf(most) + 1;
  proclaim(log, { kind: 'elected', candidate, votes: most, margin: most - second }, counts);
  for (const [path, bytes] of log.files()) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  return log.entries.length;
});
