/** What a recount takes: time and memory of `voix audit` on published elections, to a million ballots. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Taken } from './audit/recount.js';
import { programAt, start } from './program.js';

const BALLOTS = [10_000, 100_000, 1_000_000];
/** What issue and README promise for a million. */
const SECONDS = 60;
const MEGABYTES = 500;

const folder = await mkdtemp(join(tmpdir(), 'voix-bench-audit-'));
const [writer, auditor] = [programAt('audit/published'), programAt('audit/recount')];
const rows: Record<string, Omit<Taken, 'ok'> & { 'entries/s': number }> = {};
let kept = true;
for (const ballots of BALLOTS) {
  const place = join(folder, String(ballots));
  const writing = start(writer);
  const entries = Number(await writing.ask({ folder: place, ballots }));
  await writing.stop();
  const recounting = start(auditor);
  const taken = (await recounting.ask(place)) as Taken;
  await recounting.stop();
  await rm(place, { recursive: true });
  kept &&= taken.ok && taken.seconds < SECONDS && taken.memory < MEGABYTES;
  rows[ballots.toLocaleString('en')] = {
    seconds: +taken.seconds.toFixed(1),
    cpu: +taken.cpu.toFixed(1),
    memory: Math.round(taken.memory),
    'entries/s': Math.round(entries / taken.seconds),
  };
}
await rm(folder, { recursive: true });
console.log('A recount by voix audit: seconds, seconds of the processor, MB at the most');
console.table(rows);
if (!kept) throw new Error(`A million ballots are to take less than ${SECONDS} s and ${MEGABYTES} MB.`);
