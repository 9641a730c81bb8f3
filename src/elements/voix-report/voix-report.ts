import { css, html, nothing, type TemplateResult } from 'lit';
import type { ReportMessages } from '../../locales/report-messages.js';
import type { CandidacyOffer } from '../../model/candidacy.js';
import type { Community } from '../../model/community.js';
import type { Candidate } from '../../model/election.js';
import { toElectionError, type ElectionError } from '../../model/errors.js';
import { REPORT_REASONS, type ReportReason } from '../../model/report.js';
import { announce, holdRegion } from '../shared/announce.js';
import { Asked } from '../shared/asked.js';
import { candidateOf } from '../shared/candidate.js';
import { define } from '../shared/define.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { wordsOf } from '../shared/words.js';

const reportWords = wordsOf<ReportMessages>({
  fr: async () => (await import('../../locales/fr-report.js')).report,
  en: async () => (await import('../../locales/en-report.js')).report,
});

/**
 * Asks the brand to look at a candidate, for one of a few reasons, once. Where the backend takes no reports it draws
 * nothing.
 *
 * @tag voix-report
 * @csspart form - The reasons.
 */
export class VoixReport extends VoixElement {
  static override properties = {
    candidate: {},
    community: { attribute: false },
    step: { state: true },
    trouble: { state: true },
  };
  static override styles = [
    tokens,
    css`
      form {
        display: grid;
        gap: 10px;
        max-width: 34rem;
        padding: var(--_s);
        border: 1px solid var(--_line);
        border-radius: var(--_r);
        background: var(--_surface);
      }
      fieldset {
        display: grid;
        min-width: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 6px;
        font-weight: 600;
        text-wrap: pretty;
      }
      label {
        display: flex;
        gap: 10px;
        align-items: flex-start;
        min-height: 44px;
        padding-block: 12px;
        line-height: 1.25;
        cursor: pointer;
      }
      [type='radio'] {
        flex: none;
        width: 22px;
        height: 22px;
        min-height: 0;
        /* Beside the first line. */
        margin: calc((1lh - 22px) / 2) 0;
        accent-color: var(--_link);
      }
      .keys button {
        padding-inline: min(1em, 5vw);
      }
      .keys {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
      }
      .open,
      .cancel {
        min-height: 44px;
        padding-inline: 0;
        border: 0;
        font-weight: 400;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .open {
        color: var(--_muted);
      }
    `,
  ];

  /** The candidate: an id, looked up with the provider, or the candidate's own data. */
  declare candidate: Candidate | string | undefined;
  /** What the backend offers around the vote. Default: the provider's backend. */
  declare community: (() => Promise<Community>) | undefined;

  declare private step: 'writing' | 'sending' | 'sent' | undefined;
  declare private trouble: ElectionError | undefined;
  readonly #offer = new Asked<CandidacyOffer | undefined>(() => this.requestUpdate('offer', 0));
  #about: string | undefined;

  protected override slice(): readonly unknown[] {
    return [this.ready?.election, this.ready?.community];
  }

  protected override willUpdate(): void {
    holdRegion(this.renderRoot as ShadowRoot);
    const load = this.community ?? this.ready?.community;
    this.#offer.use([load], async () => (await load?.())?.candidacies);
    const about = candidateOf(this.candidate, this.ready)?.id;
    if (about === this.#about) return;
    this.#about = about;
    this.step = undefined;
    this.trouble = undefined;
  }

  protected override render() {
    const candidate = candidateOf(this.candidate, this.ready);
    const t = reportWords(this.language.lang, () => this.requestUpdate('words', 0));
    if (!t || !candidate || !this.ready || !this.#offer.value?.report) return nothing;
    if (this.step === 'sent') return html`<p class="small" role="note">${t.sent}</p>`;
    if (this.step) return this.#form(candidate, t, this.ready.election.brand.name);
    return html`<button
      type="button"
      class="open"
      aria-label=${t.openName(candidate.name)}
      @click=${this.#open}
    >
      ${t.open}
    </button>`;
  }

  #form({ name }: Candidate, t: ReportMessages, brand: string): TemplateResult {
    return html`<form part="form" @submit=${this.#send}>
      <fieldset>
        <legend>${t.title(name)}</legend>
        ${REPORT_REASONS.map(
          (reason) =>
            html`<label
              ><input type="radio" name="reason" .value=${reason} required />${t.reasons[reason]}</label
            >`,
        )}
      </fieldset>
      <p class="muted small">${t.note(brand)}</p>
      ${this.trouble ? html`<p role="alert">${this.more?.errors[this.trouble.code]}</p>` : nothing}
      <div class="keys">
        <button class="main" ?disabled=${this.step === 'sending'}>${t.send}</button>
        <button type="button" class="cancel" @click=${this.#close}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #open = async (): Promise<void> => {
    this.step = 'writing';
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  };

  #close = async (): Promise<void> => {
    this.step = undefined;
    this.trouble = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  };

  #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget as HTMLFormElement).get('reason') as ReportReason;
    const about = this.#about;
    const election = this.ready?.election.id;
    if (about === undefined || election === undefined || this.step === 'sending') return;
    this.step = 'sending';
    this.trouble = undefined;
    try {
      await this.#offer.value?.report?.(election, about, reason);
      if (about !== this.#about) return;
      this.step = 'sent';
      announce(reportWords(this.language.lang, () => undefined)?.sent);
    } catch (thrown) {
      if (about !== this.#about) return;
      this.step = 'writing';
      this.trouble = toElectionError(thrown);
    }
  };
}

define('voix-report', VoixReport);

declare global {
  interface HTMLElementTagNameMap {
    'voix-report': VoixReport;
  }
}
