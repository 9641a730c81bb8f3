/** What a platform can do better than the web standard; given as the second argument of `fetch`. */
export interface Platform {
  /**
   * The platform cuts every body at its declared Content-Length. Where it does not, the handler
   * counts the bytes itself.
   */
  readonly enforcesContentLength?: boolean;
  /** Serves an endless answer. Default: a `ReadableStream`. */
  readonly openStream?: OpenStream;
}

/** An open answer, written piece by piece. */
export interface Sink {
  /** Hands a piece over. `false`: the reader is behind, write no more until `drained`. */
  write(bytes: Uint8Array): boolean;
  /** Ends the answer; a reader who is behind is cut off. */
  end(): void;
}

/** What an open answer tells its writer; nothing before `OpenStream` has returned. */
export interface SinkEvents {
  /** The reader has caught up. May be called without need. */
  readonly drained: () => void;
  /** The answer is over: the reader has left, or it was ended. */
  readonly gone: () => void;
}

export type OpenStream = (
  headers: Readonly<Record<string, string>>,
  events: SinkEvents,
) => { readonly sink: Sink; readonly response: Response };

/** Bytes that may wait for a reader before the reader counts as behind. */
const PATIENCE = 65_536;

/** The stream that works wherever `fetch` handlers do. */
export const openWebStream: OpenStream = (headers, events) => {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const isFree = () => (controller?.desiredSize ?? 0) > 0;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened;
      },
      pull: events.drained,
      cancel: () => {
        controller = undefined;
        events.gone();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: PATIENCE }),
  );
  const sink: Sink = {
    write: (bytes) => {
      controller?.enqueue(bytes);
      return isFree();
    },
    end: () => {
      if (!controller) return;
      if (isFree()) controller.close();
      else controller.error(new Error('The reader is behind.'));
      controller = undefined;
      events.gone();
    },
  };
  return { sink, response: new Response(body, { headers }) };
};
