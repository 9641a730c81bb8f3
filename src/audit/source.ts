/** Where a log's files come from. */

/** The largest file that a log can have: 256 entries of 65,535 bytes. */
export const MAX_FILE = 256 * (2 + 65_535);

export interface Source {
  /** What people call it: an address, a folder. */
  readonly name: string;
  /**
   * A file of the log, by its address below the log's own; `undefined` where there is none.
   * @throws Unreachable where that cannot be found out
   */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** Nothing is said of the log itself: it could not be read. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
