/** One who watches the results live, and comes back whenever the connection breaks. */
import { get, type ClientRequest } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { createInterface } from 'node:readline';
import { seenIn } from './client.js';
import type { Dice } from './dice.js';
import type { History } from './history.js';

/** Milliseconds of silence after which a connection counts as dead; the heartbeat is much shorter. */
const SILENCE = 4000;
const LONGEST_PAUSE = 800;

let connections = 0;

export class Watcher {
  readonly history: History;
  readonly #address: string;
  readonly #dice: Dice;
  #request: ClientRequest | undefined;
  /** Newest version of each election that it was shown. */
  readonly newest = new Map<string, number>();

  constructor(url: string, elections: readonly string[], dice: Dice, history: History) {
    const query = elections.map((election) => `watch=${election}`).join('&');
    this.#address = `${url}/live?${query}`;
    this.#dice = dice;
    this.history = history;
  }

  async live(stop: AbortSignal): Promise<void> {
    const leave = () => this.#request?.destroy();
    stop.addEventListener('abort', leave);
    while (!stop.aborted) {
      await this.#follow();
      if (!stop.aborted) await delay(this.#dice.between(0, LONGEST_PAUSE));
    }
    stop.removeEventListener('abort', leave);
  }

  /** One connection, until it ends, however it does. */
  #follow(): Promise<void> {
    const line = ++connections;
    return new Promise((resolve) => {
      const request = get(this.#address, { agent: false, timeout: SILENCE }, (response) => {
        if (response.statusCode !== 200) return void request.destroy();
        const lines = createInterface(response).on('line', (text) => this.#read(line, text));
        for (const broken of [lines, response]) broken.on('error', () => request.destroy());
      });
      this.#request = request;
      request.on('timeout', () => request.destroy());
      request.on('error', () => request.destroy());
      request.on('close', () => resolve());
    });
  }

  #read(line: number, text: string): void {
    if (!text.startsWith('data: {"election"')) return;
    const frame = JSON.parse(text.slice('data: '.length)) as { election: string; results?: unknown };
    const seen = frame.results === undefined ? undefined : seenIn(frame.results);
    if (!seen) return;
    this.newest.set(frame.election, Math.max(seen.version, this.newest.get(frame.election) ?? 0));
    this.history.add({ type: 'frame', line, election: frame.election, at: performance.now(), seen });
  }
}
