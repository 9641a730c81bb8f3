import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { VoixElement } from '../../elements/shared/voix-element.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import { toElectionError, type ElectionError } from '../../model/errors.js';
import type { SessionAnswer } from '../../protocol/admin/sign-in.js';
import type { Client } from '../client.js';
import { SessionEvent } from './admin-events.js';
import { adminWords } from './words.js';

/** A part of the desk: it has the desk's sentences, asks the server, and says in words what failed. */
export abstract class AdminView extends VoixElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    session: { attribute: false },
    election: { attribute: false },
    failure: { state: true },
    busy: { state: true },
    said: { state: true },
    amiss: { state: true },
  };

  declare client: Client;
  declare session: SessionAnswer;
  /** The election that it is about, by its id. */
  declare election: string;

  /** What failed last. */
  declare protected failure: ElectionError | undefined;
  /** Whether an answer is awaited. */
  declare protected busy: boolean | undefined;
  /** What was done last. */
  declare protected said: string | undefined;
  /** What is to be put right before it can be done. */
  declare protected amiss: string | undefined;

  protected abstract draw(words: AdminMessages): TemplateResult;

  protected override render(): TemplateResult {
    const { words } = this;
    return words ? this.draw(words) : html`<p class="muted" aria-busy="true">${this.language.t.loading}</p>`;
  }

  protected get words(): AdminMessages | undefined {
    return adminWords(this.language.lang, () => this.requestUpdate('words', 0));
  }

  /** Whether one's role allows to decide and to edit. */
  protected get decides(): boolean {
    return this.session.person?.role !== 'reader';
  }

  protected number(n: number): string {
    return new Intl.NumberFormat(this.language.lang).format(n);
  }

  protected date(instant: string | number): string {
    return new Intl.DateTimeFormat(this.language.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(instant),
    );
  }

  /**
   * Asks the server for something. Whatever fails is kept as `failure`, and said; a session that has ended makes the
   * desk ask who one is. Gives `undefined` then.
   */
  protected async attempt<T>(ask: () => Promise<T>): Promise<T | undefined> {
    this.busy = true;
    this.failure = undefined;
    this.said = undefined;
    this.amiss = undefined;
    try {
      return await ask();
    } catch (thrown) {
      this.failure = toElectionError(thrown);
      if (this.#signInNeeded) this.dispatchEvent(new SessionEvent());
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  get #signInNeeded(): boolean {
    return this.failure?.code === 'sign-in-needed';
  }

  /** What was done, or failed, last. Said to those who listen, too. */
  protected outcome(words: AdminMessages): TemplateResult {
    const { failure, said, amiss } = this;
    return html`<div class="outcome" role="status">
      ${failure ? html`<p class="bad">${words.failed[failure.code] ?? this.more?.errors[failure.code]}</p>` : nothing}
      ${amiss ? html`<p class="bad">${amiss}</p>` : nothing}
      ${said ? html`<p class="good">${said}</p>` : nothing}
    </div>`;
  }
}
