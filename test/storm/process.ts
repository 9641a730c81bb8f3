/** A real server process of the storm: started, killed, stopped for a while, started again. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const SERVER = 'compiled/test/storm/server.js';

export interface ServerOptions {
  /** A data folder, or the address of a Postgres database. */
  readonly place: string;
  /** The file of the key that signs the logs; the same for all servers of a place. */
  readonly key: string;
  /** The instant from which the elections' calendars were made. */
  readonly begun: number;
}

/** Milliseconds that a server may take to stop when told to, and to start, whatever has befallen its database. */
const STOPPING = 20_000;
const STARTING = 60_000;

export class ServerProcess {
  readonly #options: ServerOptions;
  #child: ChildProcessWithoutNullStreams | undefined;
  #lines: Interface | undefined;
  #offset = 0;
  #isWanted = false;
  #running: Promise<void> = Promise.resolve();
  port = 0;
  /** What it said of its failures; and why it ended where nobody had killed it. */
  readonly said: string[] = [];
  readonly crashes: string[] = [];
  /** How often it could not begin: its database was away. */
  refusals = 0;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  /**
   * Resolves once it serves; until then it tries again. Started already, it is waited for.
   * @throws Error what it said, where it does not serve in the end
   */
  async start(): Promise<void> {
    if (!this.#isWanted) await this.#running;
    if (!this.#isWanted) {
      this.#isWanted = true;
      this.#spawn();
      this.#running = this.#keep();
    }
    const until = performance.now() + STARTING;
    while (!this.isUp && this.#isWanted) {
      await delay(20);
      if (performance.now() > until)
        throw new Error(`a server does not start: ${this.said.slice(-20).join('\n')}`);
    }
  }

  get isUp(): boolean {
    return this.port !== 0;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  kill(): void {
    this.#isWanted = false;
    signal(this.pid, 'SIGKILL');
  }

  async gone(): Promise<void> {
    await this.#running;
  }

  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    signal(this.pid, name);
  }

  /**
   * Resolves once it is so; of a server that ends before, it is the next one's clock.
   * @param offset milliseconds that its clock is ahead of the machine's
   */
  async setClock(offset: number): Promise<void> {
    this.#offset = offset;
    const child = this.#child;
    const lines = this.#lines;
    if (!child?.stdin.writable || !lines) return;
    const order = `clock ${offset}`;
    let isSet = false;
    const hear = (line: string): void => void (isSet ||= line === order);
    lines.on('line', hear);
    child.stdin.write(`${order}\n`);
    while (!isSet && this.#child === child) await delay(20);
    lines.off('line', hear);
  }

  /** As an operator stops it: it finishes what is under way. @throws where it does not end well, or in time */
  async stop(): Promise<void> {
    this.#isWanted = false;
    const child = this.#child;
    if (!child) return;
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    signal(child.pid, 'SIGTERM');
    const outcome = await Promise.race([ended, delay(STOPPING, undefined, { ref: false })]);
    if (outcome?.[0] !== 0) {
      signal(child.pid, 'SIGKILL');
      throw new Error(`it did not stop well: ${outcome ? outcome.join(' ') : 'not at all'}`);
    }
    await this.#running;
  }

  /** Starts it again whenever it ends, while it is wanted. */
  async #keep(): Promise<void> {
    for (;;) {
      const child = this.#child;
      if (!child) return;
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const wasUp = this.isUp;
      [this.port, this.#child] = [0, undefined];
      if (!this.#isWanted) return;
      if (wasUp)
        this.crashes.push(`${child.exitCode ?? child.signalCode}: ${this.said.slice(-5).join('\n')}`);
      else this.refusals++;
      await delay(100);
      if (this.#isWanted) this.#spawn();
    }
  }

  #spawn(): void {
    const { place, key, begun } = this.#options;
    const child = spawn(process.execPath, [SERVER, place, key, String(begun), String(this.#offset)]);
    this.#child = child;
    child.stdin.on('error', () => undefined);
    createInterface(child.stderr).on('line', (line) => this.said.push(line));
    this.#lines = createInterface(child.stdout).once('line', (port) => {
      if (this.#child === child) this.port = Number(port);
    });
  }
}

/** A process that has just gone is no failure. */
function signal(pid: number | undefined, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
