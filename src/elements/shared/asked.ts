import { toElectionError, type ElectionError } from '../../model/errors.js';

/** Something that an element has asked a backend for: on its way, there, or why not. */
export class Asked<T> {
  #about: readonly unknown[] = [];
  #turn = 0;
  readonly #onChange: () => void;

  value: T | undefined;
  error: ElectionError | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /**
   * Asks where that has not been asked yet.
   * @param about what the answer depends on
   * @param ask gives `undefined` where nobody can be asked
   */
  use(about: readonly unknown[], ask: () => Promise<T> | undefined): void {
    if (about.length === this.#about.length && about.every((one, i) => one === this.#about[i])) return;
    this.#about = about;
    this.value = this.error = undefined;
    this.#put(ask());
  }

  /** Asks again; what is there stays until the answer has come. */
  again(ask: () => Promise<T> | undefined): void {
    this.#put(ask());
  }

  #put(asking: Promise<T> | undefined): void {
    const turn = ++this.#turn;
    void asking?.then(
      (value) => this.#settle(turn, value),
      (thrown: unknown) => this.#settle(turn, undefined, toElectionError(thrown)),
    );
  }

  /** An answer to what is asked no more is dropped. */
  #settle(turn: number, value: T | undefined, error?: ElectionError): void {
    if (turn !== this.#turn) return;
    this.value = value ?? this.value;
    this.error = error;
    this.#onChange();
  }
}
