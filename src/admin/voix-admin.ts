import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../elements/shared/define.js';
import { tokens } from '../elements/shared/tokens.js';
import { VoixElement } from '../elements/shared/voix-element.js';
import type { AdminMessages } from '../locales/admin-messages.js';
import { toElectionError, type ElectionError } from '../model/errors.js';
import { adminElectionsAnswerSchema, type AdminElectionsAnswer } from '../protocol/admin/elections.js';
import { emptySchema, sessionAnswerSchema, type SessionAnswer } from '../protocol/admin/sign-in.js';
import { Client } from './client.js';
import './desk/elections.js';
import './desk/sign-in.js';
import { DESK_PARTS, ELECTION_PARTS, placeOf, type Place } from './place.js';
import type { SessionEvent } from './shared/admin-events.js';
import { sheet } from './shared/sheet.js';
import { running } from './shared/running.js';
import { adminWords } from './shared/words.js';
import { frame } from './voix-admin.css.js';

const LATER: Readonly<Partial<Record<Place['part'], () => Promise<unknown>>>> = {
  form: () => import('./editor/editor.js'),
  candidacies: () => import('./queue/candidacies.js'),
  questions: () => import('./queue/questions.js'),
  results: () => import('./desk/results.js'),
  mandate: () => import('./desk/mandate.js'),
  share: () => import('./desk/share.js'),
  people: () => import('./desk/people.js'),
  trail: () => import('./desk/trail.js'),
  mails: () => import('./desk/mails.js'),
  webhooks: () => import('./desk/webhooks.js'),
  account: () => import('./desk/account.js'),
};

/**
 * The desk of the brand's people: elections, their candidacies, questions, count and mandate, and who may do what.
 * Everything on it is asked of the server with one's session; without one it asks who one is.
 *
 * @tag voix-admin
 */
export class VoixAdmin extends VoixElement {
  static override properties = {
    backend: {},
    session: { state: true },
    over: { state: true },
    failure: { state: true },
    elections: { state: true },
    place: { state: true },
  };
  static override styles = [tokens, sheet, frame];

  /** Where the backend is mounted, relative to the page. Default: the folder above. */
  declare backend: string | undefined;

  declare private session: SessionAnswer | undefined;
  /** Whether a session has ended while the page was open: what was being done stays behind the sign-in. */
  declare private over: boolean | undefined;
  declare private failure: ElectionError | undefined;
  declare private elections: AdminElectionsAnswer['elections'] | undefined;
  declare private place: Place | undefined;

  #client: Client | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#go);
    window.addEventListener('resize', this.#showCurrent);
    this.addEventListener('voix-admin-session', this.#takeSession as EventListener);
    this.addEventListener('voix-admin-elections', this.#readElections);
    this.#client = new Client(this.backend ?? '..');
    this.#go();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#go);
    window.removeEventListener('resize', this.#showCurrent);
    this.removeEventListener('voix-admin-session', this.#takeSession as EventListener);
    this.removeEventListener('voix-admin-elections', this.#readElections);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('place') || changed.has('session') || changed.has('elections')) this.#showCurrent();
  }

  /** On a phone the parts lie in a row longer than the screen: where one is stands in sight. */
  #showCurrent = (): void => {
    const current = this.renderRoot.querySelector('nav [aria-current]');
    const row = current?.closest('ul');
    if (!current || !row) return;
    const middle = ({ left, width }: DOMRect): number => left + width / 2;
    row.scrollBy({ left: middle(current.getBoundingClientRect()) - middle(row.getBoundingClientRect()) });
  };

  #go = (): void => {
    this.place = placeOf(location.hash);
    void LATER[this.place.part]?.();
  };

  #begin = async (): Promise<void> => {
    try {
      this.failure = undefined;
      this.session = running(await this.#client!.get('session', sessionAnswerSchema));
      if (this.session.person) await this.#readElections();
    } catch (thrown) {
      this.failure = toElectionError(thrown);
    }
  };

  #takeSession = ({ session }: SessionEvent): void => {
    if (session) {
      this.session = running(session);
      this.over = false;
      void this.#readElections();
    } else if (this.session?.person) this.over = true;
  };

  #readElections = async (): Promise<void> => {
    try {
      this.failure = undefined;
      ({ elections: this.elections } = await this.#client!.get('elections', adminElectionsAnswerSchema));
    } catch (thrown) {
      this.failure = toElectionError(thrown);
      if (this.failure.code === 'sign-in-needed') this.over = true;
    }
  };

  /** Whoever cannot be signed out is told: they might walk away from a session that goes on. */
  #leave = async (): Promise<void> => {
    this.elections = undefined;
    try {
      await this.#client!.post('signOut', emptySchema, {});
      await this.#begin();
    } catch (thrown) {
      this.failure = toElectionError(thrown);
    }
  };

  protected override render(): TemplateResult {
    const w = adminWords(this.language.lang, () => this.requestUpdate('words', 0));
    const { session, failure, over } = this;
    if (!w || (!session && !failure)) return html`<p class="gate" aria-busy="true">${w?.wait}</p>`;
    if (!session) return html`<div class="gate">${this.#failed(w, failure!, this.#begin)}</div>`;
    const gate =
      over || !session.person
        ? html`<voix-admin-sign-in
            class="gate"
            .client=${this.#client!}
            .session=${session}
            .over=${over ?? false}
          ></voix-admin-sign-in>`
        : nothing;
    return html`${gate}${session.person ? this.#desk(w, session) : nothing}`;
  }

  #failed(w: AdminMessages, { code }: ElectionError, again: () => void): TemplateResult {
    return html`<div class="stack" role="alert">
      <p>${w.failed[code] ?? this.more?.errors[code]}</p>
      <button type="button" @click=${again}>${w.again}</button>
    </div>`;
  }

  #desk(w: AdminMessages, session: SessionAnswer): TemplateResult {
    return html`<div ?hidden=${this.over ?? false}>
      <header class="top">
        <b>${w.admin}</b>
        <span class="muted small"
          >${session.person?.name} · ${session.person && w.roles[session.person.role]}</span
        >
        <button type="button" class="plain" @click=${this.#leave}>${w.signIn.out}</button>
      </header>
      <div class="frame">
        ${this.#nav(w, session)}
        <main>
          ${this.failure && !this.elections ? this.#failed(w, this.failure, this.#readElections) : nothing}
          ${this.#view(session)}
        </main>
      </div>
    </div>`;
  }

  #nav(w: AdminMessages, { person }: SessionAnswer): TemplateResult {
    const place = this.place!;
    const election = 'election' in place ? place.election : '';
    const about = this.elections?.find(({ id }) => id === election);
    const parts = DESK_PARTS.filter((part) => person?.role === 'owner' || !OWNERS.has(part));
    const waits: Readonly<Partial<Record<string, number>>> = {
      candidacies: about?.waiting.candidacies ?? 0,
      questions: (about?.waiting.questions ?? 0) + (about?.waiting.reports ?? 0),
    };
    const link = (part: Place['part'], href: string) =>
      html`<li>
        <a href=${href} aria-current=${place.part === part ? 'page' : nothing}>
          ${w.nav[part]} ${waits[part] ? html`<span class="count">${waits[part]}</span>` : nothing}
        </a>
      </li>`;
    return html`<nav aria-label=${w.menu}>
      ${
        election
          ? html`<p>${about?.brand ?? election}</p>
              <ul role="list">
                ${ELECTION_PARTS.map((part) => link(part, `#/${election}/${part}`))}
              </ul>`
          : nothing
      }
      <ul role="list">
        ${parts.map((part) => link(part, `#/${part}`))}
      </ul>
    </nav>`;
  }

  #view(session: SessionAnswer): TemplateResult | typeof nothing {
    const place = this.place!;
    const client = this.#client!;
    const election = 'election' in place ? place.election : '';
    switch (place.part) {
      case 'elections':
        return html`<voix-admin-elections
          .client=${client}
          .session=${session}
          .elections=${this.elections}
        ></voix-admin-elections>`;
      case 'form':
        return html`<voix-admin-editor
          .client=${client}
          .session=${session}
          .election=${election}
        ></voix-admin-editor>`;
      case 'candidacies':
        return html`<voix-admin-candidacies
          .client=${client}
          .session=${session}
          .election=${election}
        ></voix-admin-candidacies>`;
      case 'questions':
        return html`<voix-admin-questions
          .client=${client}
          .session=${session}
          .election=${election}
        ></voix-admin-questions>`;
      case 'results':
        return html`<voix-admin-results
          .client=${client}
          .session=${session}
          .election=${election}
        ></voix-admin-results>`;
      case 'share':
        return html`<voix-admin-share
          .client=${client}
          .session=${session}
          .election=${election}
        ></voix-admin-share>`;
      case 'people':
        return html`<voix-admin-people .client=${client} .session=${session}></voix-admin-people>`;
      case 'trail':
        return html`<voix-admin-trail .client=${client} .session=${session}></voix-admin-trail>`;
      case 'mails':
        return html`<voix-admin-mails .client=${client} .session=${session}></voix-admin-mails>`;
      case 'webhooks':
        return html`<voix-admin-webhooks .client=${client} .session=${session}></voix-admin-webhooks>`;
      case 'account':
        return html`<voix-admin-account .client=${client} .session=${session}></voix-admin-account>`;
      case 'mandate':
        return html`<voix-admin-mandate
          .client=${client}
          .session=${session}
          .election=${election}
        ></voix-admin-mandate>`;
    }
  }
}

/** What only owners see. */
const OWNERS: ReadonlySet<string> = new Set(['people', 'webhooks']);

define('voix-admin', VoixAdmin);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin': VoixAdmin;
  }
}
