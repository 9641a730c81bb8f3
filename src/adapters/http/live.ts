import { backoff } from '../../model/backoff.js';
import type { Id } from '../../model/election.js';
import type { ResultsFrame } from '../../model/results.js';
import { EVENTS, LIVE, PASS_MARK, WATCH } from '../../protocol/live-routes.js';
import type { WatchOptions } from '../adapter.js';
import { readingIn, resultsIn } from './parse.js';

export interface Live {
  watch(election: Id, options: WatchOptions): () => void;
}

/** Milliseconds in which those who begin to watch are gathered into one connection. */
const GATHER = 50;

type EventSourceClass = typeof EventSource;

const lines = new Map<string, Live>();

/**
 * The page's one line to a backend, for all its elections; the first to ask says how it is made.
 * @param EventSource where there is none the line cannot be had, and nobody is told that it is there
 * @param random gives a number in [0, 1)
 */
export function liveOf(url: string, EventSource?: EventSourceClass, random = Math.random): Live {
  const line = lines.get(url) ?? createLive(url, EventSource, random);
  lines.set(url, line);
  return line;
}

function frameIn(frame: ResultsFrame): ResultsFrame {
  readingIn(frame.clock);
  resultsIn(frame);
  return frame;
}

function createLive(url: string, EventSource: EventSourceClass | undefined, random: () => number): Live {
  const watchers = new Set<WatchOptions & { readonly election: Id }>();
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const setLive = (live: boolean) => watchers.forEach((watcher) => watcher.onLive?.(live));

  function openIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(open, ms);
  }

  function open(): void {
    source?.close();
    if (!EventSource) return;
    const watched = [...watchers].map(({ election, pass }) =>
      pass ? election + PASS_MARK + pass : election,
    );
    const query = new URLSearchParams([...new Set(watched)].map((name) => [WATCH, name]));
    const opened = (source = new EventSource(`${url}${LIVE}?${query.toString()}`));
    opened.onopen = () => setLive(true);
    // After a cut the browser connects again by itself, when the server told it to; after a refusal it does not.
    opened.onerror = () => (opened.readyState === 2 ? fail() : setLive(false));

    const on = <T>(event: string, parse: (data: T) => T, then: (parsed: T) => void) =>
      opened.addEventListener(event, ({ data }: MessageEvent<string>) => {
        let parsed: T;
        try {
          parsed = parse(JSON.parse(data) as T);
        } catch {
          return fail();
        }
        failures = 0;
        return then(parsed);
      });
    const those = ({ election }: { readonly election: Id }) =>
      [...watchers].filter((watcher) => watcher.election === election);
    on(EVENTS.clock, readingIn, (reading) => watchers.forEach((watcher) => watcher.onClock?.(reading)));
    on(EVENTS.results, frameIn, (frame) => those(frame).forEach((watcher) => watcher.onResults(frame)));
    on(
      EVENTS.election,
      (news: { readonly election: Id }) => news,
      (news) => those(news).forEach((watcher) => watcher.onElection?.()),
    );
  }

  /** A line that is refused, or speaks of something else, is tried again later. */
  function fail(): void {
    source?.close();
    setLive(false);
    openIn(backoff(failures++, random));
  }

  // A page kept for the way back holds no line: a browser has six to a host, for all its pages together.
  globalThis.addEventListener?.('pagehide', () => {
    clearTimeout(timer);
    source?.close();
  });
  globalThis.addEventListener?.('pageshow', ({ persisted }) => {
    if (!persisted || !watchers.size) return;
    // What was told meanwhile was told to nobody here.
    setLive(false);
    openIn(GATHER);
  });

  return {
    watch(election, options) {
      const watcher = { ...options, election };
      watchers.add(watcher);
      openIn(GATHER);
      return () => {
        watchers.delete(watcher);
        if (watchers.size) return openIn(GATHER);
        clearTimeout(timer);
        source?.close();
      };
    },
  };
}
