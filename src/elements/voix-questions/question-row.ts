import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionsMessages } from '../../locales/questions-messages.js';
import type { Election } from '../../model/election.js';
import type { Answer, Question } from '../../model/question.js';
import { dateOf } from '../shared/dates.js';
import { paragraphs } from '../shared/paragraphs.js';

/** What a row is drawn with. */
export interface OnList {
  readonly t: QuestionsMessages;
  readonly lang: string;
  readonly election: Election;
  readonly shown: (n: number) => string;
  /** Whether one may still support. */
  readonly isOpen: boolean;
  /** Whether the questions of all candidates stand together. */
  readonly isMixed: boolean;
  readonly isReported: (question: Question) => boolean;
  readonly onSupport: (question: Question) => void;
  readonly onReport: (question: Question) => void;
  /** What stands below: the answer form of whom it is for. */
  readonly below: (question: Question) => TemplateResult | typeof nothing;
}

/** Quoted where a button has to say which question it is about. */
const QUOTED = 60;
const quoted = (text: string) => (text.length > QUOTED ? `${text.slice(0, QUOTED - 1).trimEnd()}…` : text);

export function questionRow(question: Question, on: OnList): TemplateResult {
  const { t, lang, election, shown, isOpen } = on;
  const { text, name, at, supports, supported, kind } = question;
  const { timeZone } = election.calendar;
  const candidate = election.candidates.find(({ id }) => id === question.candidate)?.name;
  const words = t.kinds[kind];
  const count = shown(supports);
  return html`<li part="question">
    <button
      class="slip"
      part="support"
      aria-pressed=${supported}
      aria-label=${words.support(supports, count, quoted(text))}
      ?disabled=${!isOpen}
      @click=${() => on.onSupport(question)}
    >
      <b>${count}</b>${' '}<span>${t.supporters(supports, count).slice(count.length)}</span>
    </button>
    <div class="said">
      <div class="text" lang=${election.lang}>${paragraphs(text)}</div>
      <p class="small muted">
        ${name || t.someone}, <time datetime=${at}>${dateOf(lang, at, timeZone)}</time>${
          candidate && on.isMixed ? html`, ${t.forCandidate(candidate)}` : nothing
        }
      </p>
      ${question.answers.map((answer) => answerBlock(answer, on))} ${on.below(question)}
      ${
        on.isReported(question)
          ? html`<p class="small" role="note">${t.reported}</p>`
          : html`<button
              class="quiet small"
              aria-label=${words.report(quoted(text))}
              @click=${() => on.onReport(question)}
            >
              ${t.report}
            </button>`
      }
    </div>
  </li>`;
}

function answerBlock({ by, name, text, at }: Answer, { t, lang, election }: OnList): TemplateResult {
  return html`<div class="answer" part="answer" data-by=${by}>
    <p class="who">
      ${t.answerers[by](name)}
      <time class="small muted" datetime=${at}>${dateOf(lang, at, election.calendar.timeZone)}</time>
    </p>
    <div lang=${election.lang}>${paragraphs(text)}</div>
  </div>`;
}
