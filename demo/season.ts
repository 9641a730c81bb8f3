import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createElectionServer,
  nodeHmac,
  nodeShare,
  openDataFolder,
  openSqlite,
  realClock,
  type ElectionServer,
  type Storage,
} from 'voix/server';
import type { PlannedBallot } from 'voix/simulate';
import type { Campaign } from './campaign-files.js';
import { drawnPortrait } from './portrait-files.js';
import { mandateOf, placed, readSeason, seasonId, stageOf } from './season-plan.js';
import { readVoices, speak } from './voices.js';

export interface Season {
  readonly server: ElectionServer;
  close(): Promise<void>;
}

/**
 * A second backend, beside the rehearsal: the same brands, each in another phase of its story, by the real clock. It is
 * put up anew at each start, so that the phases are those of the day.
 * @param prefix where its routes are mounted
 * @param day the instant that it stands at, milliseconds since 1970. Default: it goes with the real clock
 */
export async function openSeason(
  campaign: Campaign,
  data: string,
  prefix: string,
  day?: number,
): Promise<Season> {
  const today = day ?? Date.now();
  const clock = day === undefined ? realClock : { now: () => today, rate: 1 };
  await mkdir(data, { recursive: true });
  const folder = await openDataFolder(data);
  for (const suffix of ['', '-wal', '-shm']) await rm(folder.database + suffix, { force: true });
  let instant: number | undefined;
  const storage = await openSqlite(folder.database, { now: () => instant ?? clock.now(), log: false });
  const plan = await readSeason(join('demo', 'campaign', 'mandates.yaml'));
  const voices = await readVoices(join('demo', 'campaign', 'voices.yaml'));
  for (const file of campaign.elections) {
    const { id } = file.election;
    const stored = placed(file, stageOf(plan, id), today);
    await storage.putElection(stored);
    const opens = Date.parse(stored.election.calendar.voting);
    const closes = Date.parse(stored.election.calendar.counting);
    if (opens < today) {
      instant = opens + 1;
      await castAll(storage, campaign.ballots, id, {
        opens,
        closes,
        share: (today - opens) / (closes - opens),
      });
      instant = undefined;
    }
    const said = voices[id];
    if (said)
      await speak(storage, stored.election, said, { opens, until: today, at: (ms) => (instant = ms) });
    instant = undefined;
    const mandate = plan.mandates[id];
    if (mandate)
      await storage.topics?.mandate.put(stored.election.id, mandateOf(mandate, stored.election), 0);
  }
  const server = createElectionServer({
    clock,
    storage,
    secret: folder.secret,
    prefix,
    hmac: nodeHmac,
    share: nodeShare(drawnPortrait),
  });
  return {
    server,
    close: async () => {
      await server.close();
      await storage.close();
      folder.release();
    },
  };
}

interface Hours {
  readonly opens: number;
  readonly closes: number;
  /** Of the voting hours gone by; over 1 where they are over. */
  readonly share: number;
}

/** The story's ballots of one election, as far as its vote has come; their voters were here before. */
async function castAll(
  storage: Storage,
  ballots: readonly PlannedBallot[],
  election: string,
  { opens, closes, share }: Hours,
): Promise<void> {
  const own = ballots.filter((ballot) => ballot.election === election);
  const cast = own.slice(0, Math.floor(own.length * Math.min(1, share)));
  await Promise.all(
    cast.map(({ choice, key, device }) =>
      storage.cast({
        election: seasonId(election),
        voter: device,
        key,
        ballot: device,
        choice,
        tier: 'device',
        revote: false,
        opens,
        closes,
      }),
    ),
  );
}
