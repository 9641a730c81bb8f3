/** The live stream. Only a page that watches needs it. */
export const LIVE = '/live';

/** Repeated in the query of `live`: `watch=<election>` or `watch=<election>~<pass>`. */
export const WATCH = 'watch';
/** Between the election and the pass: in no id, and as it is in an address. */
export const PASS_MARK = '~';

/**
 * SSE event names. `clock`: a `ClockReading`, first of all and then whenever nothing was sent for a heartbeat.
 * `results`: a `ResultsFrame`, only of results that the watcher may see. `election`: `{ election }`, which has changed.
 */
export const EVENTS = { results: 'results', clock: 'clock', election: 'election' } as const;

/**
 * The id of a frame: which version of the results of which election one has seen, and `tag`, which changes with
 * the election itself; comes back as `Last-Event-ID`.
 */
export const frameId = (election: string, version: number, tag: string): string =>
  `${election}:${version}:${tag}`;

/** Whether who has seen this frame last knows this election as it is. */
export const knowsElection = (lastSeen: string, election: string, tag: string): boolean =>
  lastSeen.startsWith(`${election}:`) && lastSeen.endsWith(`:${tag}`);
