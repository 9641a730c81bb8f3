import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionsMessages } from '../../locales/questions-messages.js';
import { tidy } from '../../model/candidacy.js';
import type { Community } from '../../model/community.js';
import type { Id } from '../../model/election.js';
import { newKey } from '../../model/new-key.js';
import { questionFault } from '../../model/question.js';
import { Asked } from './asked.js';
import { sayingField } from './said.js';

export interface Speech {
  readonly id: string;
  /** What the button says that opens the form. */
  readonly begin: string;
  readonly label: string;
  readonly send: string;
  readonly say: (text: string, key: string) => Promise<unknown>;
  /** What to say of what `say` has thrown. */
  readonly refused: (thrown: unknown) => string;
}

interface Draft {
  readonly id: string;
  readonly text: string;
  readonly key: string;
  readonly isTried: boolean;
  readonly isSending: boolean;
  readonly refusal?: string | undefined;
}

/**
 * What a candidate says on a page that knows them: an answer, or news. One form at a time, and no other while it is being
 * sent: what comes back of it is about the one that is there.
 */
export class Speaking {
  readonly #onChange: () => void;
  readonly #own: Asked<Id | undefined>;
  #draft: Draft | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.#own = new Asked(onChange);
  }

  /** The candidate that this visitor is. */
  get candidate(): Id | undefined {
    return this.#own.value;
  }

  use(community: Community | undefined, election: Id): void {
    this.#own.use([community, election], async () => {
      const own = await community?.candidacies?.own(election);
      return own?.state === 'approved' ? own.candidate : undefined;
    });
  }

  /** The button that opens the form, or the form. */
  form(speech: Speech, t: QuestionsMessages, shown: (n: number) => string): TemplateResult {
    const draft = this.#draft;
    if (draft?.id !== speech.id)
      return html`<button
        ?disabled=${draft?.isSending ?? false}
        @click=${() =>
          this.#set({ id: speech.id, text: '', key: newKey(), isTried: false, isSending: false })}
      >
        ${speech.begin}
      </button>`;
    const fault = draft.isTried ? questionFault('answer', tidy(draft.text)) : undefined;
    return html`<form
      class="paper"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#send(speech);
      }}
    >
      ${sayingField(
        {
          field: 'answer',
          id: `say-${speech.id}`,
          label: speech.label,
          text: draft.text,
          fault,
          onInput: (text) => this.#change({ text, key: newKey(), refusal: undefined }),
        },
        t,
        shown,
      )}
      ${draft.refusal ? html`<p class="fault">${draft.refusal}</p>` : nothing}
      <div class="row">
        <button class="main" ?disabled=${draft.isSending}>
          ${draft.isSending ? t.sending : speech.send}
        </button>
        <button type="button" class="quiet" ?disabled=${draft.isSending} @click=${() => this.#set(undefined)}>
          ${t.cancel}
        </button>
      </div>
    </form>`;
  }

  async #send({ say, refused }: Speech): Promise<void> {
    const draft = this.#draft;
    if (!draft || draft.isSending) return;
    const text = tidy(draft.text);
    if (questionFault('answer', text)) return this.#change({ isTried: true });
    this.#change({ isTried: true, isSending: true });
    try {
      await say(text, draft.key);
      this.#set(undefined);
    } catch (thrown) {
      // Whoever went on writing meanwhile goes on from there.
      this.#change({ isSending: false, refusal: refused(thrown) });
    }
  }

  #change(changed: Partial<Draft>): void {
    if (this.#draft) this.#set({ ...this.#draft, ...changed });
  }

  #set(draft: Draft | undefined): void {
    this.#draft = draft;
    this.#onChange();
  }
}
