import type { Log } from '../server/log.js';

/** Milliseconds that lines wait for each other: one write for hundreds of votes. */
const GATHER = 100;

/** Writes the server's log, one JSON object a line. */
export function logLines(write: (lines: string) => void): { readonly log: Log; flush(): void } {
  let lines = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (lines) write(lines);
    lines = '';
  };
  return {
    log: (entry) => {
      lines += `${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`;
      timer ??= setTimeout(flush, GATHER);
    },
    flush,
  };
}
