import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import {
  adminQuestionAnswerSchema,
  adminQuestionsAnswerSchema,
  QUESTION_FILTERS,
  type AdminQuestion,
} from '../../protocol/admin/queue.js';
import { ElectionsChangedEvent } from '../shared/admin-events.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

type Filter = (typeof QUESTION_FILTERS)[number];

/** What customers ask and propose: answered in the brand's name, hidden with a reason, reports looked at. */
export class Questions extends AdminView {
  static override properties = {
    questions: { state: true },
    next: { state: true },
    show: { state: true },
    writing: { state: true },
  };
  static override styles = [
    tokens,
    sheet,
    css`
      ul {
        display: grid;
        gap: var(--_s);
        width: 100%;
      }
      .text {
        font-size: var(--_l);
        line-height: 1.3;
        white-space: pre-line;
      }
      blockquote {
        margin-inline-start: 0;
        padding-inline-start: 12px;
        border-inline-start: 4px solid var(--_line);
        white-space: pre-line;
      }
    `,
  ];

  declare private questions: readonly AdminQuestion[] | undefined;
  /** Where the next page begins; `null`: there is none. */
  declare private next: string | null | undefined;
  declare private show: Filter;
  /** What is being written about which question. */
  declare private writing: { readonly id: string; readonly decision: 'answer' | 'hide' } | undefined;
  /** As far as it is written: a list that changes draws its field anew. */
  #written = '';
  #search = '';
  /** Of the page that was asked for last: one that comes after it is of another search, or twice the same. */
  #turn = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('election')) return;
    this.#see('open');
  }

  /** What is there goes: it is of something else. */
  #see(show: Filter): void {
    this.show = show;
    this.questions = undefined;
    void this.#read();
  }

  /** The first page, or the one after: what is there stays until it comes, with what is being written in it. */
  async #read(after?: string): Promise<void> {
    const { election, show } = this;
    const turn = ++this.#turn;
    const query = { show, search: this.#search, after };
    const answer = await this.attempt(() =>
      this.client.get('questions', adminQuestionsAnswerSchema, { election, query }),
    );
    if (!answer || turn !== this.#turn) return;
    this.questions = [...((after && this.questions) || []), ...answer.questions];
    this.next = answer.next;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    const { questions, next } = this;
    return html`<div class="stack">
      <h2>${w.nav.questions}</h2>
      <div class="row">
        ${QUESTION_FILTERS.map(
          (show) =>
            html`<button
              type="button"
              class=${show === this.show ? 'main' : ''}
              aria-pressed=${String(show === this.show)}
              @click=${() => this.#see(show)}
            >
              ${w.questions.filters[show]}
            </button>`,
        )}
      </div>
      <input
        type="search"
        aria-label=${w.questions.search}
        placeholder=${w.questions.search}
        @change=${(event: Event) => {
          this.#search = (event.target as HTMLInputElement).value.trim();
          this.#see(this.show);
        }}
      />
      ${this.outcome(w)}
      ${questions?.length === 0 ? html`<p class="empty">${w.questions.empty}</p>` : nothing}
      <ul role="list">
        ${(questions ?? []).map((question) => html`<li class="paper stack">${this.#question(question, w)}</li>`)}
      </ul>
      ${next ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.#read(next)}>${w.more}</button>` : nothing}
    </div>`;
  }

  #question(question: AdminQuestion, w: AdminMessages): TemplateResult {
    const { text, name, at, kind, candidate, supports, reports, answers } = question;
    return html`<p class="text">${text}</p>
      <p class="muted small">
        ${kind === 'idea' ? html`<span class="tag">${w.questions.idea}</span>` : nothing} ${name} ·
        ${this.date(at)} · ${w.questions.supports(supports, this.number(supports))}
        ${candidate ? `· ${w.questions.to(candidate)}` : nothing}
      </p>
      ${reports ? html`<p class="bad small">${w.questions.reports(reports, this.number(reports))}</p>` : nothing}
      ${answers.map((answer) => html`<blockquote><b>${answer.name}</b><br />${answer.text}</blockquote>`)}
      ${this.decides ? this.#deeds(question, w) : nothing}`;
  }

  #deeds(question: AdminQuestion, w: AdminMessages): TemplateResult {
    const { id, hidden, reports } = question;
    const { writing } = this;
    if (writing?.id === id) return this.#write(question, writing.decision, w);
    const write = (decision: 'answer' | 'hide') => () => this.#begin(id, decision);
    const decide = (decision: 'restore' | 'keep') => () => this.#decide(question, { decision });
    return html`<div class="row">
      ${
        hidden
          ? html`<button type="button" @click=${decide('restore')}>${w.questions.restore}</button>`
          : html`<button type="button" @click=${write('answer')}>${w.questions.answer}</button>
              ${reports ? html`<button type="button" @click=${decide('keep')}>${w.questions.keep}</button>` : nothing}
              <button type="button" class="plain" @click=${write('hide')}>${w.questions.hide}</button>`
      }
    </div>`;
  }

  async #begin(id: string, decision: 'answer' | 'hide'): Promise<void> {
    this.writing = { id, decision };
    this.#written = '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLTextAreaElement>('#written')?.focus();
  }

  #write(question: AdminQuestion, decision: 'answer' | 'hide', w: AdminMessages): TemplateResult {
    const answers = decision === 'answer';
    const send = (event: SubmitEvent) => {
      event.preventDefault();
      const text = String(new FormData(event.currentTarget as HTMLFormElement).get('written')).trim();
      if (text) void this.#decide(question, answers ? { decision, text } : { decision, reason: text });
    };
    return html`<form class="stack field" @submit=${send}>
      <label for="written">${answers ? w.questions.answerLabel : w.questions.hideReason}</label>
      <textarea
        id="written"
        name="written"
        required
        maxlength=${answers ? 4000 : 500}
        .value=${this.#written}
        @input=${(event: Event) => (this.#written = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <div class="row">
        <button class="main" ?disabled=${this.busy}>
          ${answers ? w.questions.publish : w.questions.hide}
        </button>
        <button type="button" class="plain" @click=${() => (this.writing = undefined)}>${w.cancel}</button>
      </div>
    </form>`;
  }

  async #decide({ id, version }: AdminQuestion, decision: Readonly<Record<string, string>>): Promise<void> {
    const { election } = this;
    const answer = await this.attempt(() =>
      this.client.post(
        'decideQuestion',
        adminQuestionAnswerSchema,
        { id, version, ...decision },
        { election },
      ),
    );
    const { failure } = this;
    if (answer) {
      if (this.writing?.id === id) this.writing = undefined;
      this.dispatchEvent(new ElectionsChangedEvent());
      await this.#read();
    } else if (failure?.code === 'changed-meanwhile') {
      // What was written stays in its field; what it is about is shown as it is now.
      await this.#read();
      this.failure = failure;
    }
  }
}

define('voix-admin-questions', Questions);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-questions': Questions;
  }
}
