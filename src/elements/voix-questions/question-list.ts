import { toElectionError, type ElectionError } from '../../model/errors.js';
import type { Question, QuestionFilter, QuestionsOffer } from '../../model/question.js';
import type { Id } from '../../model/election.js';

/** The questions that are there to see, page after page; what comes too late for what is asked now is dropped. */
export class QuestionList {
  readonly #onChange: () => void;
  #about: readonly unknown[] = [];
  #ask: ((after?: string) => ReturnType<QuestionsOffer['list']>) | undefined;
  #turn = 0;
  #next: string | null = null;
  readonly #supporting = new Map<string, object>();

  /** `undefined` until the first page is there. */
  questions: readonly Question[] | undefined;
  total = 0;
  error: ElectionError | undefined;
  isLoading = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** Asks for the first page where it has not been asked for yet. What is there stays until another is. */
  use(offer: QuestionsOffer, election: Id, filter: QuestionFilter): void {
    const about = [offer, election, filter.kind, filter.sort, filter.candidate, filter.search];
    if (about.every((one, i) => one === this.#about[i])) return;
    this.#about = about;
    this.#ask = (after) => offer.list(election, filter, after);
    this.again();
  }

  /** The first page anew. */
  again(): void {
    void this.#load();
  }

  /** The page after those that are there. */
  more(): void {
    if (this.#next !== null && !this.isLoading) void this.#load(this.#next);
  }

  /** A question as it is now. */
  replace(question: Question): void {
    this.questions = this.questions?.map((one) => (one.id === question.id ? question : one));
    this.#onChange();
  }

  /**
   * Supports a question, or no more: shown at once. Of several in a row what comes back of the last one counts, whenever
   * that of the others comes; it rejects where that one does not arrive, and shows what was there before.
   */
  async support(question: Question, send: (supported: boolean) => Promise<Question>): Promise<void> {
    const { id } = question;
    const supported = !question.supported;
    const turn = {};
    this.#supporting.set(id, turn);
    const isLast = () => this.#supporting.get(id) === turn;
    this.replace({ ...question, supported, supports: question.supports + (supported ? 1 : -1) });
    try {
      const answered = await send(supported);
      if (isLast()) this.replace(answered);
    } catch (thrown) {
      if (!isLast()) return;
      this.replace(question);
      throw thrown;
    }
  }

  /** One's own new question: first, whatever the order. */
  add(question: Question): void {
    const others = (this.questions ?? []).filter(({ id }) => id !== question.id);
    this.total += others.length === this.questions?.length || !this.questions ? 1 : 0;
    this.questions = [question, ...others];
    this.#onChange();
  }

  async #load(after?: string): Promise<void> {
    const turn = ++this.#turn;
    this.isLoading = true;
    this.error = undefined;
    this.#onChange();
    try {
      const page = await this.#ask?.(after);
      if (turn !== this.#turn || !page) return;
      const before = after === undefined ? [] : (this.questions ?? []);
      const known = new Set(before.map(({ id }) => id));
      this.questions = [...before, ...page.questions.filter(({ id }) => !known.has(id))];
      this.total = page.total;
      this.#next = page.next;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.error = toElectionError(thrown);
    }
    this.isLoading = false;
    this.#onChange();
  }
}
