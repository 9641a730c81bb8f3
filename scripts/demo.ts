import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The demo on a database of its own, its month held wherever one likes. */
export interface Demo {
  readonly url: string;
  /** Its data folder. */
  readonly data: string;
  /** Lets the month run up to so many days after the opening, or to its end, and holds it there. */
  reach(day: number): Promise<void>;
  stop(): Promise<void>;
}

interface Told {
  readonly now: number;
  readonly rate: number;
  readonly played: number;
  readonly total: number;
  readonly opens: number;
  readonly closes: number;
}

const DAY = 24 * 3_600_000;
/** A day in a fifth of a second. */
const FAST = DAY / 200;

/** Starts it, held on the day before the opening. */
export async function startDemo(): Promise<Demo> {
  const data = await mkdtemp(join(tmpdir(), 'voix-pictures-'));
  const child = spawn(process.execPath, ['compiled/demo/server.js'], {
    env: { ...process.env, PORT: '0', DATA: data, KEYS: join(data, 'keys') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      said += text;
      const found = /at (http:\S+)/.exec(said)?.[1];
      if (found) resolve(found.replace(/\/$/, ''));
    });
    void ended.then(() => reject(new Error(`The demo ended: ${said}`)));
  });

  const ask = async (body?: object): Promise<Told> => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(
      `${url}/demo/rehearsal`,
      body && { method: 'POST', headers, body: JSON.stringify(body) },
    );
    if (!answer.ok) throw new Error(`The demo says ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Told;
  };
  await ask({ rate: 0 });

  return {
    url,
    data,
    reach: async (day) => {
      let told = await ask({ rate: FAST });
      // After the end the demo's clock slows down by itself.
      while (told.now < told.opens + day * DAY && (told.now < told.closes || told.rate > 1)) {
        await wait(50);
        told = await ask();
      }
      // The voters catch up with the calendar.
      for (let before = -1; before < told.played; await wait(500)) {
        before = told.played;
        told = await ask({ rate: 0 });
      }
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}
