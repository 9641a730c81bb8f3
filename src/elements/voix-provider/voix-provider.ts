import type { Context, ContextCallback, ContextEvent } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import type { Adapter } from '../../adapters/adapter.js';
import { choiceOf } from '../../model/choice.js';
import { ElectionError } from '../../model/errors.js';
import { votedFor, type Snapshot } from '../../model/snapshot.js';
import { createStore, type Store, type StoreOptions } from '../../store/store.js';
import { announce, holdRegion } from '../shared/announce.js';
import { snapshotContext } from '../shared/context.js';
import { define } from '../shared/define.js';
import { currentLanguage, languageReady, moreMessages } from '../shared/localize.js';
import type { BallotConfirmEvent } from '../voix-ballot/ballot-events.js';
import '../voix-ballot/voix-ballot.js';
import type { VoteRequestEvent } from '../voix-vote-button/vote-request-event.js';
import { newsBetween } from './news.js';
import { ElectionErrorEvent, SnapshotEvent, VotedEvent } from './provider-events.js';

/** Nobody needs it before there is a ballot. */
const verify: NonNullable<StoreOptions['verify']> = async (...asked) =>
  (await import('../../log/check.js')).checkReceipt(...asked);

/**
 * Connects the elements inside it to one election of one backend. It draws nothing of its own but
 * the ballot paper, where the election asks for confirmation.
 *
 * @tag voix-provider
 * @slot - Anything; every Voix element inside shows this election.
 * @fires {VotedEvent} voix-voted - The ballot is durably stored, and proved to be in the log where there is one; `event.receipt`.
 * @fires {ElectionErrorEvent} voix-error - Something went wrong; `event.error.code` is stable.
 * @fires {SnapshotEvent} voix-snapshot - There is a new snapshot; does not bubble.
 */
export class VoixProvider extends LitElement {
  static override properties = { backend: {}, election: {}, adapter: { attribute: false } };
  static override styles = [
    css`
      :host {
        display: contents;
      }
      [role='status'] {
        position: absolute;
        clip-path: inset(50%);
      }
    `,
  ];

  /** The backend's address, absolute or relative to the page. */
  declare backend: string | undefined;
  /** The election's id. */
  declare election: string | undefined;
  /** A backend of one's own, in place of `backend`. */
  declare adapter: Adapter | undefined;

  #snapshot: Snapshot = { status: 'loading' };
  #subscribers = new Map<ContextCallback<Snapshot>, () => void>();
  #store: Store | undefined;
  #start = 0;

  constructor() {
    super();
    this.addEventListener('voix-vote-request', this.#request);
    this.addEventListener('context-request', this.#provide);
  }

  /** What the elements inside draw. Frozen. */
  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.#store) void this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A page that moves the node elsewhere connects it again at once: nothing is to be lost by that.
    queueMicrotask(() => {
      if (!this.isConnected) this.#disconnect();
    });
  }

  protected override render() {
    return html`<slot></slot
      ><voix-ballot
        @voix-ballot-confirm=${this.#confirm}
        @voix-ballot-cancel=${() => this.#store?.cancel()}
      ></voix-ballot>`;
  }

  protected override updated(_changed: PropertyValues): void {
    void this.#connect();
  }

  async #connect(): Promise<void> {
    this.#disconnect();
    const start = this.#start;
    const { election, backend = '' } = this;
    const base = document.baseURI;
    if (!election || !(this.adapter || (backend && URL.canParse(backend, base)))) {
      const detail = election ? `backend: ${backend}` : 'election';
      this.#show({ status: 'failed', error: new ElectionError('attribute-invalid', { detail }) });
      return;
    }
    const adapter =
      this.adapter ?? (await import('../../adapters/http/http.js')).httpAdapter(new URL(backend, base).href);
    if (start !== this.#start) return;
    const store = (this.#store = createStore({ adapter, election, verify }));
    store.subscribe(() => this.#show(store.snapshot));
    this.#show(store.snapshot);
  }

  #disconnect(): void {
    this.#start++;
    this.#store?.close();
    this.#store = undefined;
  }

  #show(snapshot: Snapshot): void {
    const { voted, error } = newsBetween(this.snapshot, snapshot);
    holdRegion(this.renderRoot as ShadowRoot);
    this.#snapshot = snapshot;
    for (const [tell, unsubscribe] of this.#subscribers) tell(snapshot, unsubscribe);
    if (snapshot.status === 'ready')
      this.style.setProperty('--voix-brand', snapshot.election.brand.colour ?? null);
    this.dispatchEvent(new SnapshotEvent(snapshot));
    if (voted) {
      announce(currentLanguage()?.t.stub);
      this.dispatchEvent(new VotedEvent(voted));
    }
    if (error) this.#tellError(error);
  }

  #tellError(error: ElectionError): void {
    const say = (): void => announce(moreMessages(say)?.errors[error.code]);
    void languageReady().then(say);
    this.dispatchEvent(new ElectionErrorEvent(error));
  }

  #provide = (event: ContextEvent<Context<unknown, unknown>>): void => {
    if (event.context !== snapshotContext) return;
    event.stopPropagation();
    const tell = event.callback as ContextCallback<Snapshot>;
    if (!event.subscribe) return tell(this.#snapshot);
    const unsubscribe = () => void this.#subscribers.delete(tell);
    this.#subscribers.set(tell, unsubscribe);
    tell(this.#snapshot, unsubscribe);
  };

  #request = (event: VoteRequestEvent): void => {
    if (event.composedPath().find((node) => node instanceof VoixProvider) !== this) return;
    // After every listener has run: the brand's page, further up, may still prevent it.
    queueMicrotask(() => {
      const s = this.snapshot;
      if (event.defaultPrevented || s.status !== 'ready') return;
      const several = s.election.rules.method.kind === 'approval';
      const wanted = several ? [...new Set([...votedFor(s.vote), ...event.candidates])] : event.candidates;
      this.#store?.propose(choiceOf(s.election, wanted));
    });
  };

  #confirm = (event: BallotConfirmEvent): void => {
    const s = this.snapshot;
    // Where several may be approved, what is on the paper is no longer what was proposed.
    if (s.status === 'ready') this.#store?.confirm(choiceOf(s.election, event.candidates));
  };
}

define('voix-provider', VoixProvider);

declare global {
  interface HTMLElementTagNameMap {
    'voix-provider': VoixProvider;
  }
}
