import assert from 'node:assert/strict';

export interface ServerEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** `<election>:<version>`: what the event's id says of the results. */
export const seenIn = (event: ServerEvent | undefined): string | undefined =>
  event?.id?.split(':').slice(0, 2).join(':');

/** A reader of a live stream: what it has received so far, and a way to wait for more. */
export class EventReader {
  readonly received: ServerEvent[] = [];
  /** Everything, as text. */
  text = '';
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #done: Promise<void>;
  #wake: () => void = () => {};
  #ended = false;

  constructor(response: Response) {
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Content-Type'), 'text/event-stream');
    assert.ok(response.body);
    this.#reader = response.body.getReader();
    this.#done = this.#read();
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) break;
      const text = decoder.decode(value, { stream: true });
      this.text += text;
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
      this.#wake();
    }
    this.#ended = true;
    this.#wake();
  }

  #take(block: string): void {
    const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
    if (fields.event)
      this.received.push({ event: fields.event, id: fields.id, data: JSON.parse(fields.data ?? 'null') });
  }

  of(event: string): readonly ServerEvent[] {
    return this.received.filter((one) => one.event === event);
  }

  /** Waits until so many events of this name have come. */
  async until(event: string, many: number): Promise<readonly ServerEvent[]> {
    while (this.of(event).length < many) {
      assert.ok(!this.#ended, `the stream ended before ${many} × ${event}`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.of(event);
  }

  /** Waits for two more heartbeats: whatever was due has been sent by then. */
  async settled(): Promise<void> {
    await this.until('clock', this.of('clock').length + 2);
  }

  /** Waits until the server ends the stream. */
  ended(): Promise<void> {
    return this.#done;
  }

  async leave(): Promise<void> {
    await this.#reader.cancel();
  }
}
