import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionsMessages } from '../../locales/questions-messages.js';
import { lengthOf } from '../../model/candidacy.js';
import { QUESTION_LENGTHS, type QuestionFault } from '../../model/question.js';

/** A text of one's own on its way to being published. */
export interface Saying {
  readonly field: 'text' | 'answer';
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly text: string;
  /** What is wrong, once it was tried to send it. */
  readonly fault?: QuestionFault | undefined;
  readonly onInput: (text: string) => void;
}

/** Counted aloud from so few characters on. */
const NEAR_THE_END = 50;

/** A field for a text, with its count; what is wrong stands beside it and is named by the field. */
export function sayingField(
  { field, id, label, hint, text, fault, onInput }: Saying,
  t: QuestionsMessages,
  shown: (n: number) => string,
): TemplateResult {
  const left = QUESTION_LENGTHS[field][1] - lengthOf(text.trim());
  const count = left < 0 ? t.tooMany(-left, shown(-left)) : t.left(left, shown(left));
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p id=${`${id}-hint`} class="small muted">${hint}</p>` : nothing}
    <textarea
      id=${id}
      rows=${field === 'text' ? 3 : 5}
      .value=${text}
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby=${['fault', 'hint', 'count'].map((part) => `${id}-${part}`).join(' ')}
      @input=${(event: Event) => onInput((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <p id=${`${id}-count`} class="small muted count" ?data-near=${left < NEAR_THE_END}>${count}</p>
    <p id=${`${id}-fault`} class="fault">${fault ? t.faults[fault] : nothing}</p>
  </div>`;
}
