/** What a client does for as long as the storm lasts: votes, changes its mind, tries again, and cheats. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { canonicalChoice, type Choice } from '../../src/model/choice.js';
import { backoff } from '../../src/model/backoff.js';
import { CANDIDATES, CLOSING, ONCE, REVOTE } from './campaign.js';
import { Client, type Sending } from './client.js';
import type { Dice } from './dice.js';
import type { History } from './history.js';

const ACTS = {
  'a new voter': 30,
  'another choice': 30,
  'the same again': 8,
  'an old key with another choice': 6,
  'an old key by another voter': 4,
  'two keys at once': 8,
  'one key twice at once': 5,
  results: 9,
} as const;

/** Tries of one ballot, and the longest thinking between two acts, in milliseconds. */
const TRIES = 5;
const THINKING = 60;

let attempts = 0;

export class Voter {
  readonly history: History;
  readonly #client: Client;
  readonly #dice: Dice;
  readonly #sent: Sending[] = [];

  constructor(url: string, dice: Dice, history: History) {
    this.#client = new Client(url);
    this.#dice = dice;
    this.history = history;
  }

  /** Acts until told to stop; the act under way is finished. */
  async live(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await this.#act(stop);
      await delay(this.#dice.between(0, THINKING));
    }
  }

  /** Once the storm is over: every ballot of an unknown fate is sent again, but for some that never come back. */
  async settle(): Promise<void> {
    const open = new Map(
      this.#sent.filter(({ key }) => !this.#isSettled(key)).map((sending) => [sending.key, sending]),
    );
    for (const sending of open.values()) if (this.#dice.chance(0.7)) await this.#insist(sending);
  }

  /** A ballot of a voter who comes when all is closed, and what was acknowledged, asked for again. */
  async comeLate(): Promise<void> {
    await this.#insist(this.#fresh());
    const [old] = this.#sent.filter(({ key }) => this.#isSettled(key));
    if (old) await this.#insist(old);
  }

  close(): void {
    this.#client.close();
  }

  async #act(stop: AbortSignal): Promise<void> {
    const act = this.#dice.weighted(ACTS);
    const old = this.#sent.length > 0 ? this.#dice.pick(this.#sent) : undefined;
    if (act === 'results') return this.#look();
    if (!old || act === 'a new voter') return this.#insist(this.#fresh(), stop);
    if (act === 'another choice') return this.#insist(this.#changed(old), stop);
    if (act === 'the same again') return this.#insist(old, stop);
    if (act === 'an old key with another choice')
      return void (await this.#try({ ...old, choice: this.#choice() }));
    if (act === 'an old key by another voter') return void (await this.#try({ ...old, device: newDevice() }));
    const other = act === 'two keys at once' ? this.#changed(old) : old;
    const one = act === 'two keys at once' ? this.#changed(old) : other;
    await Promise.all([this.#insist(one, stop), this.#insist(other, stop)]);
  }

  /** As a page does: the same key, until there is an answer, or patience ends. */
  async #insist(sending: Sending, stop?: AbortSignal): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      if ((await this.#try(sending)) || stop?.aborted) return;
      await delay(Math.min(500, backoff(tries, () => this.#dice.number()) / 4));
    }
  }

  /** Whether there was an answer that leaves nothing open. */
  async #try(sending: Sending): Promise<boolean> {
    if (!this.#sent.includes(sending)) this.#sent.push(sending);
    const { election, device, key, choice } = sending;
    const attempt = ++attempts;
    const asked = { election, voter: device, key, choice: canonicalChoice(choice) };
    this.history.add({ type: 'invoke', attempt, at: performance.now(), ...asked });
    const told = await this.#client.cast(sending);
    const at = performance.now();
    if (told.kind === 'ok') this.history.add({ type: 'ok', attempt, at, claim: told.claim });
    else if (told.kind === 'fail') this.history.add({ type: 'fail', attempt, at, code: told.code });
    else this.history.add({ type: 'unknown', attempt, at, why: told.why });
    return told.kind === 'ok' || (told.kind === 'fail' && told.code !== 'overloaded');
  }

  async #look(): Promise<void> {
    const election = this.#election();
    const asked = performance.now();
    if (this.#dice.chance(0.3)) {
      const note = await this.#client.checkpoint(election);
      const at = performance.now();
      if (note !== undefined) this.history.add({ type: 'checkpoint', election, asked, at, note });
      return;
    }
    const seen = await this.#client.results(election);
    if (seen) this.history.add({ type: 'read', election, asked, at: performance.now(), seen });
  }

  #isSettled(key: string): boolean {
    const tries = new Set<number>();
    for (const event of this.history.events) {
      if (event.type === 'invoke' && event.key === key) tries.add(event.attempt);
      if (event.type === 'ok' && tries.has(event.attempt)) return true;
    }
    return false;
  }

  #fresh(): Sending {
    return {
      election: this.#election(),
      device: newDevice(),
      key: randomUUID(),
      choice: this.#choice(),
    };
  }

  #changed({ election, device }: Sending): Sending {
    return { election, device, key: randomUUID(), choice: this.#choice() };
  }

  #election(): string {
    return this.#dice.weighted({ [REVOTE]: 5, [ONCE]: 2, [CLOSING]: 3 });
  }

  #choice(): Choice {
    return { method: 'plurality', candidate: this.#dice.pick(CANDIDATES) };
  }
}

const newDevice = (): string => randomBytes(16).toString('base64url');
