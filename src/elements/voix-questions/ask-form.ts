import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionsMessages } from '../../locales/questions-messages.js';
import type { Election, Id } from '../../model/election.js';
import { questionFault, tidiedQuestion, type Asked, type QuestionFault } from '../../model/question.js';
import { sayingField } from '../shared/said.js';

/** What somebody is about to ask. */
export interface Draft extends Asked {
  /** Made anew with every change: the same words sent twice ask once, and other words are another question. */
  readonly key: string;
  /** Whether it was tried to send it: from then on, what is wrong is said. */
  readonly isTried: boolean;
  readonly isSending: boolean;
  /** What the backend said to it. */
  readonly refusal?: string | undefined;
}

export type DraftFaults = { readonly [field in 'text' | 'name']: QuestionFault | undefined };

export function draftFaults(draft: Pick<Draft, 'text' | 'name'>): DraftFaults {
  const { text, name } = tidiedQuestion({ text: draft.text, name: draft.name });
  return { text: questionFault('text', text), name: questionFault('name', name) };
}

export interface AskForm {
  readonly draft: Draft;
  readonly election: Election;
  /** Whom the page asks; then nobody else is offered. */
  readonly candidate: Id | undefined;
  readonly onChange: (changed: Partial<Asked>) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

export function askForm(
  { draft, election, candidate, onChange, onSend, onCancel }: AskForm,
  t: QuestionsMessages,
  shown: (n: number) => string,
): TemplateResult {
  const { label, hint } = t.kinds[draft.kind];
  const faults = draft.isTried ? draftFaults(draft) : undefined;
  return html`<form
    class="paper"
    part="form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      onSend();
    }}
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && !draft.isSending && onCancel()}
  >
    ${sayingField(
      {
        field: 'text',
        id: 'text',
        label,
        hint,
        text: draft.text,
        fault: faults?.text,
        onInput: (text) => onChange({ text }),
      },
      t,
      shown,
    )}
    <div class="pair">
      ${
        candidate === undefined
          ? html`<div class="field">
              <label for="to">${t.to}</label>
              <select id="to" @change=${(event: Event) => onChange({ candidate: valueOf(event) || null })}>
                <option value="" .selected=${draft.candidate === null}>
                  ${t.toBrand(election.brand.name)}
                </option>
                ${election.candidates.map(
                  ({ id, name }) =>
                    html`<option value=${id} .selected=${draft.candidate === id}>${name}</option>`,
                )}
              </select>
            </div>`
          : nothing
      }
      <div class="field">
        <label for="name">${t.name}</label>
        <input
          id="name"
          autocomplete="given-name"
          .value=${draft.name}
          aria-invalid=${faults?.name ? 'true' : 'false'}
          aria-describedby="name-fault name-hint"
          @input=${(event: Event) => onChange({ name: valueOf(event) })}
        />
        <p id="name-hint" class="small muted">${t.nameHint}</p>
        <p id="name-fault" class="fault">${faults?.name ? t.faults[faults.name] : nothing}</p>
      </div>
    </div>
    ${draft.refusal ? html`<p class="fault">${draft.refusal}</p>` : nothing}
    <p class="small muted">${t.rule}</p>
    <div class="row">
      <button class="main" ?disabled=${draft.isSending}>${draft.isSending ? t.sending : t.send}</button>
      <button type="button" class="quiet" ?disabled=${draft.isSending} @click=${onCancel}>${t.cancel}</button>
    </div>
  </form>`;
}
