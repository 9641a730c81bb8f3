import type { Adapter } from '../adapters/adapter.js';
import type { Ballot, Receipt } from '../model/ballot.js';
import { sameChoice, type Choice } from '../model/choice.js';
import type { Id } from '../model/election.js';
import { ElectionError } from '../model/errors.js';
import type { VoteState } from '../model/snapshot.js';
import type { Environment } from './environment.js';
import type { Keeper } from './keeper.js';
import { persist } from './persist.js';

export interface VoterOptions {
  readonly adapter: Adapter;
  readonly election: Id;
  readonly keeper: Keeper;
  readonly environment: Environment;
  /** Stops everything. */
  readonly signal: AbortSignal;
  /** Whether the voter is asked to confirm. */
  readonly confirms: () => boolean | undefined;
  readonly onState: () => void;
  /** Resolves with the receipt, if there is one; rejects where it does not prove what it should. */
  readonly verify: <T extends Receipt | null>(receipt: T) => Promise<T>;
  /** A receipt that was verified, where it proves what it does without the backend. */
  readonly standing: (receipt: Receipt | undefined) => Receipt | undefined;
}

/**
 * One voter, and the ballot on its way.
 *
 * Guarantees:
 * - A ballot's key is made once and kept on the device before the first send. The same key goes out until
 *   the backend has answered, over failures, reloads and days.
 * - While a ballot is on its way (`casting`, `kept`) no other is taken: which of the two would be the last
 *   could not be known. One that only lies before the voter (`confirming`) is replaced.
 * - `voted` is said only with a receipt in hand that echoes the election and the choice, and was verified.
 *   After one that was not, the ballot stays on the device: it may be counted, and is sent again by the next visit.
 */
export function createVoter({ adapter, election, keeper, environment, signal, ...options }: VoterOptions) {
  let { receipt } = keeper.read(election);
  let state = stateOf(receipt ? 'voted' : adapter.supports.ownBallot ? 'unknown' : 'none', receipt?.choice);

  /** Whatever becomes of a ballot, the receipt of the one that counts stays in sight. */
  function stateOf(kind: VoteState['kind'], choice?: Choice, error?: ElectionError): VoteState {
    const made = { kind, ...(choice && { choice }), ...(error && { error }), ...(receipt && { receipt }) };
    return Object.freeze(made) as VoteState;
  }

  function set(...args: Parameters<typeof stateOf>): void {
    state = stateOf(...args);
    options.onState();
  }

  const settle = () => (receipt ? set('voted', receipt.choice) : set('none'));

  async function send(ballot: Ballot): Promise<void> {
    const { choice, key } = ballot;
    let isDone = true;
    set('casting', choice);
    const answer = await persist(
      environment,
      signal,
      async () => {
        const answer = await adapter.cast(ballot, { signal });
        if (answer.election !== election || !sameChoice(answer.choice, choice))
          throw new ElectionError('answer-unreadable', { detail: 'the receipt is of another ballot' });
        return options.verify(answer);
      },
      (error) => {
        isDone = error.code !== 'receipt-invalid';
        set(error.retryable ? 'kept' : 'refused', choice, error);
      },
    );
    if (signal.aborted) return;
    if (answer) keeper.write(election, { receipt: (receipt = answer) });
    if (isDone && keeper.read(election).pending?.key === key) keeper.write(election, { pending: undefined });
    if (answer) settle();
  }

  /**
   * Asks the backend for this voter's ballot. What it says stands, unless the voter has moved on meanwhile. But that
   * it knows of none is no proof: whose receipt has one keeps it. Some time after the result no backend knows any more.
   */
  async function recover(): Promise<void> {
    const before = state;
    const ask = async () => options.verify(await adapter.ownBallot(election, { signal }));
    const found = await persist(environment, signal, ask, () => {
      // Not known is no reason to keep anyone from voting: the backend knows who has voted.
      if (state === before && state.kind === 'unknown') set('none');
    });
    if (signal.aborted || (state !== before && state.kind !== 'none')) return;
    if (found) keeper.write(election, { receipt: found });
    if (found !== undefined) receipt = found ?? options.standing(receipt);
    settle();
  }

  function cast(choice: Choice): void {
    const ballot = { election, choice, key: environment.uuid() };
    keeper.write(election, { pending: ballot });
    void send(ballot);
  }

  return {
    get state() {
      return state;
    },
    /** Opens the results that are hidden until one has voted. */
    get pass() {
      return receipt?.pass;
    },
    /** Sends again what is still on its way since the last visit, or else asks what the backend knows. */
    start(): void {
      const { pending } = keeper.read(election);
      if (pending) void send(pending);
      else if (adapter.supports.ownBallot) void recover();
    },
    propose(choice: Choice): void {
      if (state.kind === 'casting' || state.kind === 'kept') return;
      if (options.confirms()) set('confirming', choice);
      else cast(choice);
    },
    confirm(choice?: Choice): void {
      if (state.kind === 'confirming') cast(choice ?? state.choice);
    },
    cancel(): void {
      if (state.kind === 'confirming' || state.kind === 'refused') settle();
    },
  };
}
