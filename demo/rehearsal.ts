import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { openDataFolder, type Platform } from 'voix/server';
import type { Campaign } from './campaign-files.js';
import { forgetKeys } from './rehearsal-keys.js';
import { beginMonth, type Month } from './rehearsal-month.js';
import { readState, type RehearsalState } from './rehearsal-state.js';

const DAY = 24 * 3_600_000;
/** A month in ten minutes. */
const RATE = (31 * DAY) / 600_000;
/** How long before the opening the clock starts: time to open the page and see the countdown. */
const AHEAD = DAY;

/** What the page's controls show and set. */
export interface RehearsalStatus {
  /** The election's time, milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds of the election per millisecond of the world. 0: paused. */
  readonly rate: number;
  /** Ballots of invented voters cast so far, and in all. */
  readonly played: number;
  readonly total: number;
  /** When voting opens and closes, milliseconds since 1970. */
  readonly opens: number;
  readonly closes: number;
}

/** The demo's backend: a real one, in which a month goes by in minutes, and can be begun anew. */
export interface Rehearsal {
  fetch(request: Request, platform: Platform): Promise<Response>;
  /** Lets the voters loose, once the backend can be reached at this address. */
  play(backend: string): Promise<void>;
  status(): Promise<RehearsalStatus>;
  setRate(rate: number): Promise<void>;
  /** Begins the month anew, with an empty database. Requests wait until it is there. */
  restart(): Promise<void>;
  /** Stops the voters and ends the live streams; requests are still answered. */
  hush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Goes on with the rehearsal kept in a data folder, or begins it there.
 * @param keys the folder of the keys that sign its logs
 * @param prefix where its routes are mounted
 * @throws Error where another process uses the folder, or it cannot be written to
 */
export async function openRehearsal(
  campaign: Campaign,
  data: string,
  keys: string,
  prefix: string,
): Promise<Rehearsal> {
  const folder = await openDataFolder(data);
  const beginning: RehearsalState = { now: campaign.opens - AHEAD, rate: RATE, played: 0 };
  const begin = (from: RehearsalState) => beginMonth({ campaign, data, keys, folder, prefix, from });
  let month: Promise<Month> = goOn();
  let backend: string | undefined;
  await month.catch((error: unknown) => {
    folder.release();
    throw error;
  });

  async function goOn(): Promise<Month> {
    // A state without the ballots that it speaks of is of no use, nor are keys that have signed them.
    if (existsSync(folder.database)) return begin((await readState(data)) ?? beginning);
    await forgetKeys(keys, data);
    return begin(beginning);
  }

  async function anew(ending: Promise<Month>): Promise<Month> {
    await (await ending).end();
    for (const suffix of ['', '-wal', '-shm']) await rm(folder.database + suffix, { force: true });
    await forgetKeys(keys, data);
    const next = await begin(beginning);
    if (backend !== undefined) next.play(backend);
    return next;
  }

  return {
    fetch: async (request, platform) => (await month).server.fetch(request, platform),
    play: async (address) => {
      backend = address;
      (await month).play(address);
    },
    status: async () => {
      const { clock, played } = await month;
      const { opens, closes, ballots } = campaign;
      return { now: clock.now(), rate: clock.rate, played: played(), total: ballots.length, opens, closes };
    },
    setRate: async (rate) => {
      (await month).clock.rate = rate;
    },
    restart: async () => {
      month = anew(month);
      await month;
    },
    hush: async () => (await month).hush(),
    close: async () => {
      await (await month).end();
      folder.release();
    },
  };
}
