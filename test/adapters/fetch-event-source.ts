/** `EventSource` over a `fetch` that a test brings: what Node lacks, as far as the adapter uses it. */
export function eventSourceOver(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): typeof EventSource {
  class FetchEventSource extends EventTarget {
    readyState = 0;
    onopen: (() => void) | undefined;
    onerror: (() => void) | undefined;
    readonly #gone = new AbortController();
    #reader: ReadableStreamDefaultReader<string> | undefined;

    constructor(url: string) {
      super();
      void this.#read(url);
    }

    close(): void {
      this.readyState = 2;
      this.#gone.abort();
      void this.#reader?.cancel().catch(() => undefined);
    }

    async #read(url: string): Promise<void> {
      try {
        const response = await fetch(url, { signal: this.#gone.signal });
        if (!response.ok || !response.body) throw new Error(String(response.status));
        this.#reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        if (this.readyState === 2) return this.close();
        this.readyState = 1;
        this.onopen?.();
        await this.#events(this.#reader);
      } catch {
        // As a browser does where it is refused: it says so, and does not try again.
      }
      if (this.readyState === 2) return;
      this.readyState = 2;
      this.onerror?.();
    }

    async #events(reader: ReadableStreamDefaultReader<string>): Promise<void> {
      let text = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        text += value;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.#dispatch(block);
      }
    }

    #dispatch(block: string): void {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const data = field('data');
      if (data !== undefined && this.readyState !== 2)
        this.dispatchEvent(new MessageEvent(field('event') ?? 'message', { data }));
    }
  }
  return FetchEventSource as unknown as typeof EventSource;
}
