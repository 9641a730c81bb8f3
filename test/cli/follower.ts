/** Follows an election as a browser's `EventSource` does: back when it was told to, with the last id that it saw. */
import { get, type ClientRequest } from 'node:http';
import { createInterface } from 'node:readline';

export class Follower {
  /** Versions of the results, as they came. */
  readonly versions: number[] = [];
  connections = 0;
  readonly #address: string;
  #request: ClientRequest | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastSeen: string | undefined;
  #retry = 3000;
  #isClosed = false;

  constructor(backend: string, election: string) {
    this.#address = `${backend}/live?watch=${election}`;
    this.#open();
  }

  get newest(): number {
    return this.versions.at(-1) ?? -1;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#request?.destroy();
  }

  #open(): void {
    this.connections++;
    const headers = this.#lastSeen === undefined ? {} : { 'Last-Event-ID': this.#lastSeen };
    const request = get(this.#address, { agent: false, headers }, (response) => {
      if (response.statusCode !== 200) return void request.destroy();
      response.on('error', () => request.destroy());
      createInterface(response)
        .on('line', (line) => this.#read(line))
        .on('error', () => request.destroy());
    });
    this.#request = request;
    request.on('error', () => undefined);
    request.on('close', () => {
      if (!this.#isClosed) this.#timer = setTimeout(() => this.#open(), this.#retry);
    });
  }

  #read(line: string): void {
    const [field, value = ''] = line.split(/: (.*)/s);
    if (field === 'id') this.#lastSeen = value;
    if (field === 'retry') this.#retry = Number(value);
    const version = /"version":(\d+)/.exec(value)?.[1];
    if (field === 'data' && version !== undefined) this.versions.push(Number(version));
  }
}
