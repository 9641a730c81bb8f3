import { base64, fromBase64 } from '../../log/base64.js';
import type { Id } from '../../model/election.js';
import type { Head } from './deciding.js';
import type { HeadRow } from './schema.js';

/** The peaks of a tree as one text. */
export const peaksText = (peaks: readonly Uint8Array[]): string => peaks.map(base64).join(' ');

/** @throws RangeError where it is no such text */
export const peaksIn = (text: string): Uint8Array[] =>
  text.split(' ').map((hash) => {
    const bytes = fromBase64(hash);
    if (bytes?.length !== 32) throw new RangeError(`"${hash}" is not the root of a subtree`);
    return bytes;
  });

type Numbers = ReadonlyMap<Id, number>;

/**
 * What every commit asks of the logs, from memory for as long as their heads say that it is still so: another process
 * may have written since.
 */
export class KnownLogs {
  readonly #numbers = new Map<Id, { readonly rules: string; readonly numbers: Numbers }>();
  readonly #peaks = new Map<Id, { readonly text: string; readonly peaks: readonly Uint8Array[] }>();

  /** Of these, the elections the numbers of whose candidates have to be read, and learnt. */
  unknown(rows: readonly HeadRow[]): HeadRow[] {
    return rows.filter(
      ({ election, rules }) => rules !== null && this.#numbers.get(election)?.rules !== rules,
    );
  }

  /** @param rules the hash of the rules in which they have these numbers */
  learn(election: Id, rules: string | null, numbers: Numbers): void {
    if (rules !== null) this.#numbers.set(election, { rules, numbers });
  }

  headOf({ election, version, ballots, peaks, closed }: HeadRow): Head {
    const numbers = this.#numbers.get(election)?.numbers;
    if (peaks === null || !numbers) return { election, version, ballots };
    return {
      election,
      version,
      ballots,
      log: { peaks: this.#peaksOf(election, peaks), isClosed: closed !== 0, numbers },
    };
  }

  /** The text of the peaks that an election's log is about to have. */
  textOf(election: Id, peaks: readonly Uint8Array[]): string {
    const text = peaksText(peaks);
    this.#peaks.set(election, { text, peaks });
    return text;
  }

  #peaksOf(election: Id, text: string): readonly Uint8Array[] {
    const known = this.#peaks.get(election);
    return known?.text === text ? known.peaks : peaksIn(text);
  }
}
