import { html, nothing } from 'lit';
import type { QuestionsMessages } from '../../locales/questions-messages.js';
import type { Community } from '../../model/community.js';
import { toElectionError } from '../../model/errors.js';
import { newKey } from '../../model/new-key.js';
import {
  takesQuestions,
  tidiedQuestion,
  type Question,
  type QuestionKind,
  type QuestionsOffer,
  type QuestionSort,
} from '../../model/question.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import { announce, holdRegion } from '../shared/announce.js';
import { Asked } from '../shared/asked.js';
import { define } from '../shared/define.js';
import { figuresOf } from '../shared/figures.js';
import { questionWords } from '../shared/question-words.js';
import { sayingStyles } from '../shared/saying.css.js';
import { Speaking } from '../shared/speaking.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { askForm, draftFaults, type Draft } from './ask-form.js';
import { QuestionList } from './question-list.js';
import { questionRow, type OnList } from './question-row.js';
import { questionTools } from './question-tools.js';
import { slips } from './voix-questions.css.js';
import { whyClosed } from './why-closed.js';

/** Milliseconds after the last key until a search is asked. */
const PAUSE = 250;

/**
 * Questions to the candidates, to the president and to the brand: asked, supported, searched, answered by each in their
 * own name. Collects ideas where it is told so.
 *
 * @tag voix-questions
 * @csspart form - The form in which one asks.
 * @csspart list - The list.
 * @csspart question - One question with its answers.
 * @csspart support - The slip that counts who supports it.
 * @csspart answer - An answer.
 */
export class VoixQuestions extends VoixElement {
  static override properties = {
    kind: {},
    candidate: {},
    community: { attribute: false },
    sort: { state: true },
    search: { state: true },
    draft: { state: true },
  };
  static override styles = [tokens, sayingStyles, slips];

  /** What is asked for: `question` or `idea`. */
  declare kind: QuestionKind;
  /** Id of a candidate: only what they are asked. */
  declare candidate: string | undefined;
  /** What the backend offers around the vote. Default: the provider's backend. */
  declare community: (() => Promise<Community>) | undefined;

  declare private sort: QuestionSort;
  /** As it stands in its field: what is taken from it there would be taken from who is typing. */
  declare private search: string;
  declare private draft: Draft | undefined;

  readonly #again = () => this.requestUpdate('asked', 0);
  readonly #community = new Asked<Community | undefined>(this.#again);
  readonly #speaking = new Speaking(this.#again);
  readonly #list = new QuestionList(this.#again);
  readonly #reported = new Set<string>();
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.kind = 'question';
    this.sort = 'support';
    this.search = '';
  }

  protected override slice(): readonly unknown[] {
    const s = this.ready;
    return [s?.election, s?.phase, s?.community];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  get #offer(): QuestionsOffer | undefined {
    return this.#community.value?.questions;
  }

  get #sought(): string {
    return this.search.trim();
  }

  get #asked(): QuestionKind {
    return this.kind === 'idea' ? 'idea' : 'question';
  }

  protected override willUpdate(): void {
    holdRegion(this.renderRoot as ShadowRoot);
    const s = this.ready;
    const load = s && (this.community ?? s.community);
    this.#community.use([load], () => load?.());
    if (!s || !this.#offer) return;
    const { candidate, sort } = this;
    const search = this.#sought;
    const filter = { kind: this.#asked, sort, ...(candidate && { candidate }), ...(search && { search }) };
    this.#list.use(this.#offer, s.election.id, filter);
    this.#speaking.use(this.#community.value, s.election.id);
  }

  protected override render() {
    const { lang } = this.language;
    const t = questionWords(lang, this.#again);
    const s = this.ready;
    if (!s || !t || !this.#offer) return nothing;
    const isOpen = takesQuestions(s.election, s.clock.now());
    const { number } = figuresOf(lang);
    return html`<div class="all">
      ${this.#head(s, t, isOpen, number)} ${this.#body(s, t, isOpen, number)}
    </div>`;
  }

  #head(s: ReadySnapshot, t: QuestionsMessages, isOpen: boolean, number: (n: number) => string) {
    const words = t.kinds[this.#asked];
    return html`<div class="head">
        <h3>${words.title}</h3>
        ${
          isOpen && !this.draft
            ? html`<button class="main" @click=${this.#begin}>${words.ask}</button>`
            : nothing
        }
      </div>
      ${isOpen ? nothing : html`<p class="note">${whyClosed(s, t, this.language.lang)}</p>`}
      ${
        this.draft
          ? askForm(
              {
                draft: this.draft,
                election: s.election,
                candidate: this.candidate,
                onChange: (changed) => this.#change({ ...changed, key: newKey(), refusal: undefined }),
                onSend: () => void this.#send(s, t),
                onCancel: () => this.#end(),
              },
              t,
              number,
            )
          : nothing
      }`;
  }

  #body(s: ReadySnapshot, t: QuestionsMessages, isOpen: boolean, number: (n: number) => string) {
    const list = this.#list;
    const { questions, error } = list;
    const failed = error
      ? html`<div class="row">
          <p>${t.failed}</p>
          <button @click=${() => list.again()}>${t.again}</button>
        </div>`
      : nothing;
    if (!questions) return error ? failed : html`<p class="muted">${t.loading}</p>`;
    if (questions.length === 0 && !this.#sought)
      return html`${failed} ${isOpen ? html`<p class="note">${t.kinds[this.#asked].none}</p>` : nothing}`;
    const on: OnList = {
      t,
      lang: this.language.lang,
      election: s.election,
      shown: number,
      isOpen,
      isMixed: this.candidate === undefined,
      isReported: ({ id }) => this.#reported.has(id),
      onSupport: (question) => void this.#support(s, question),
      onReport: (question) => void this.#report(s, question, t),
      below: (question) => this.#below(s, question, t, number),
    };
    return html`${questionTools({ search: this.search, sort: this.sort, onType: this.#type, onSort: this.#order }, t)}
      ${failed}
      <p class="small muted" aria-live="polite">
        ${this.#sought && questions.length === 0 ? t.notFound : t.kinds[this.#asked].count(list.total, number(list.total))}
      </p>
      <ol role="list" part="list" aria-busy=${list.isLoading}>
        ${questions.map((question) => questionRow(question, on))}
      </ol>
      ${
        list.hasMore
          ? html`<button ?disabled=${list.isLoading} @click=${() => list.more()}>
              ${list.isLoading ? t.loading : t.more}
            </button>`
          : nothing
      }`;
  }

  /** The answer form of whom the question is for, where that is who is looking. */
  #below(s: ReadySnapshot, question: Question, t: QuestionsMessages, number: (n: number) => string) {
    const { candidate } = this.#speaking;
    const { outcome } = s;
    const isPresident = outcome?.kind === 'elected' && outcome.candidate === candidate;
    const isMine = question.candidate === null ? isPresident : question.candidate === candidate;
    if (!candidate || !isMine || !takesQuestions(s.election, s.clock.now())) return nothing;
    return this.#speaking.form(
      {
        id: question.id,
        begin: question.answers.some(({ by }) => by !== 'brand') ? t.answerAgain : t.answer,
        label: t.answerLabel,
        send: t.send,
        say: async (text) => this.#list.replace(await this.#offer!.answer(s.election.id, question.id, text)),
        refused: (thrown) => this.#sentenceOf(thrown, t),
      },
      t,
      number,
    );
  }

  #type = (text: string): void => {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => (this.search = text), PAUSE);
  };

  #order = (sort: QuestionSort): void => void (this.sort = sort);

  #begin(): void {
    const candidate = this.candidate ?? null;
    const draft = { kind: this.#asked, text: '', name: '', candidate, isTried: false, isSending: false };
    this.draft = { ...draft, key: newKey() };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#text')?.focus());
  }

  #end(): void {
    this.draft = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.head button')?.focus());
  }

  #change(changed: Partial<Draft>): void {
    if (this.draft) this.draft = { ...this.draft, ...changed };
  }

  async #send({ election }: ReadySnapshot, t: QuestionsMessages): Promise<void> {
    const { draft } = this;
    if (!draft || draft.isSending) return;
    this.#change({ isTried: true, refusal: undefined });
    const faults = draftFaults(draft);
    if (faults.text ?? faults.name) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("form [aria-invalid='true']")?.focus();
      return;
    }
    this.#change({ isSending: true });
    const { kind, text, name, candidate, key } = draft;
    try {
      const asked = tidiedQuestion({ kind, text, name, candidate });
      const question = await this.#offer!.ask(election.id, asked, key);
      this.#list.add(question);
      this.#end();
      announce(t.kinds[kind].published);
    } catch (thrown) {
      this.#change({ isSending: false, refusal: this.#sentenceOf(thrown, t) });
    }
  }

  async #support({ election }: ReadySnapshot, question: Question): Promise<void> {
    const send = (supported: boolean) => this.#offer!.support(election.id, question.id, supported);
    try {
      await this.#list.support(question, send);
    } catch (thrown) {
      const t = questionWords(this.language.lang, this.#again);
      if (t) announce(this.#sentenceOf(thrown, t));
    }
  }

  async #report({ election }: ReadySnapshot, { id }: Question, t: QuestionsMessages): Promise<void> {
    try {
      await this.#offer!.report(election.id, id);
      this.#reported.add(id);
      this.#again();
      announce(t.reported);
    } catch (thrown) {
      announce(this.#sentenceOf(thrown, t));
    }
  }

  #sentenceOf(thrown: unknown, t: QuestionsMessages): string {
    const error = toElectionError(thrown);
    return error.retryable ? t.offline : (this.more?.errors[error.code] ?? t.offline);
  }
}

define('voix-questions', VoixQuestions);

declare global {
  interface HTMLElementTagNameMap {
    'voix-questions': VoixQuestions;
  }
}
