/** Reads what `strace -f -y` wrote of a server: did every acknowledgement follow the disk's own? */

export interface Traced {
  /** Acknowledgements (201) that were written to a socket. */
  readonly acknowledged: number;
  /** Syncs of the write-ahead log that succeeded. */
  readonly synced: number;
  /** Lines of acknowledgements before which the log was not synced since it was last written, or since the one before. */
  readonly early: readonly string[];
}

type Call = 'written' | 'synced' | 'acknowledged';

/** For votes that are sent one after the other. @param text of strace, in the order of time */
export function readTrace(text: string): Traced {
  let isSynced = false;
  let [acknowledged, synced] = [0, 0];
  const early: string[] = [];
  for (const { call, line } of callsIn(text)) {
    if (call === 'written') isSynced = false;
    if (call === 'synced') {
      isSynced = true;
      synced++;
    }
    if (call !== 'acknowledged') continue;
    acknowledged++;
    if (!isSynced) early.push(line);
    isSynced = false;
  }
  return { acknowledged, synced, early };
}

const LOG = /^\d+ +(\w+)\(\d+<[^>]*-wal>/;

/** A write counts from its beginning on, a sync from its end. */
function* callsIn(text: string): Generator<{ readonly call: Call; readonly line: string }> {
  const syncing = new Set<string>();
  for (const line of text.split('\n')) {
    const [thread = ''] = line.split(' ', 1);
    const name = LOG.exec(line)?.[1] ?? '';
    const isSync = name === 'fsync' || name === 'fdatasync';
    if (isSync && line.includes('<unfinished')) syncing.add(thread);
    else if (isSync && line.endsWith('= 0')) yield { call: 'synced', line };
    else if (name.startsWith('pwrite')) yield { call: 'written', line };
    else if (syncing.has(thread) && /<\.\.\. f(data)?sync resumed>/.test(line)) {
      syncing.delete(thread);
      if (line.endsWith('= 0')) yield { call: 'synced', line };
    } else if (line.includes('"HTTP/1.1 201')) yield { call: 'acknowledged', line };
  }
}
