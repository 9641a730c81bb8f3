import { html, type TemplateResult } from 'lit';
import type { QuestionsMessages } from '../../locales/questions-messages.js';
import { QUESTION_SORTS, type QuestionSort } from '../../model/question.js';

export interface QuestionTools {
  readonly search: string;
  readonly sort: QuestionSort;
  readonly onType: (text: string) => void;
  readonly onSort: (sort: QuestionSort) => void;
}

/** What finds and orders the questions of a list. */
export function questionTools(
  { search, sort: chosen, onType, onSort }: QuestionTools,
  t: QuestionsMessages,
): TemplateResult {
  return html`<div class="tools" role="search">
    <div class="field">
      <label for="search" class="small">${t.search}</label>
      <input
        id="search"
        type="search"
        .value=${search}
        @input=${(event: Event) => onType((event.target as HTMLInputElement).value)}
      />
    </div>
    <fieldset>
      <legend>${t.sort}</legend>
      ${QUESTION_SORTS.map(
        (sort) =>
          html`<label
            ><input
              type="radio"
              name="sort"
              .checked=${chosen === sort}
              @change=${() => onSort(sort)}
            />${t.sorts[sort]}</label
          >`,
      )}
    </fieldset>
  </div>`;
}
