import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../test/support/postgres.js';
import { median } from '../statistics.js';
import { measure, startServer, type Measured } from './measure.js';

export interface Contender {
  /** Of `server.ts`. */
  readonly kind: string;
  readonly name: string;
  readonly ballots: number;
}

/** The medians of several rounds, just started (`cold`) and after a whole campaign (`warm`). */
export type Medians = ReadonlyMap<string, { readonly cold: Measured; readonly warm: Measured }>;

/**
 * Each contender by turns, so that whatever else the machine does hits all of them; each on a database of its own.
 * @param env what the databases' processes find in their environment, too
 */
export async function inRounds(
  contenders: readonly Contender[],
  rounds: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Medians> {
  const runs = new Map(
    contenders.map(({ kind }) => [kind, { cold: [] as Measured[], warm: [] as Measured[] }]),
  );
  Object.assign(process.env, env);
  for (let round = 0; round < rounds; round++)
    for (const { kind, ballots } of contenders) {
      const database = kind.includes('postgres') ? await startPostgres() : undefined;
      const folder = await mkdtemp(join(tmpdir(), 'voix-bench-'));
      const server = await startServer(kind, folder, database?.url);
      runs.get(kind)?.cold.push(await measure(server, 'cold', ballots));
      runs.get(kind)?.warm.push(await measure(server, 'warm', ballots));
      await server.stop();
      await database?.stop();
      await rm(folder, { recursive: true });
    }
  for (const name of Object.keys(env)) delete process.env[name];
  return new Map(
    [...runs].map(([kind, { cold, warm }]) => [kind, { cold: middle(cold), warm: middle(warm) }]),
  );
}

const middle = (runs: readonly Measured[]): Measured => ({
  ms: median(runs.map((run) => run.ms)),
  votesPerSecond: median(runs.map((run) => run.votesPerSecond)),
  p50: median(runs.map((run) => run.p50)),
  p99: median(runs.map((run) => run.p99)),
  cpu: median(runs.map((run) => run.cpu)),
});
