import { html, nothing, type TemplateResult } from 'lit';
import { silentDays, termOf, type Response } from '../../model/mandate.js';
import { dateOf } from '../shared/dates.js';
import { figuresOf } from '../shared/figures.js';
import { paragraphs } from '../shared/paragraphs.js';
import type { OnPage } from './on-page.js';

/** From when to when, and how much of it is left. */
export function term({ election, words, lang, f, now }: OnPage): TemplateResult | typeof nothing {
  const { calendar } = election;
  const { timeZone } = calendar;
  const found = termOf(calendar, now);
  if (!found) return nothing;
  const { begins, ends, share, daysLeft } = found;
  const from = dateOf(lang, begins, timeZone);
  const to = ends === undefined ? undefined : dateOf(lang, ends, timeZone);
  const left = figuresOf(lang).number(daysLeft);
  return html`<section class="term" part="term" aria-labelledby="term">
    <h3 id="term">${words.term}</h3>
    <p>
      ${to === undefined ? words.open(from) : words.runs(from, to)}
      ${
        now < begins
          ? html`<b>${words.begins(f.day(begins, timeZone), f.until(begins - now))}</b>`
          : ends === undefined
            ? nothing
            : html`<b>${now < ends ? words.left(daysLeft, left) : words.over(f.day(ends, timeZone))}</b>`
      }
    </p>
    ${
      to === undefined
        ? nothing
        : html`<div class="track" aria-hidden="true"><i .style=${`inline-size:${share * 100}%`}></i></div>`
    }
  </section>`;
}

/** What the brand has said to its president; a slip that stays empty where it has said nothing. */
export function response(
  answered: Response | undefined,
  { election, words, lang, now }: OnPage,
): TemplateResult | typeof nothing {
  const { brand, calendar } = election;
  if (answered)
    return html`<section class=${`answer ${answered.kind}`} part="response" aria-labelledby="answer">
      <h3 id="answer">${words.responses[answered.kind]}</h3>
      ${
        answered.text === undefined
          ? nothing
          : html`<blockquote lang=${election.lang}>${paragraphs(answered.text)}</blockquote>`
      }
      <p class="muted small">${brand.name}, ${dateOf(lang, answered.at, calendar.timeZone)}</p>
    </section>`;
  const days = silentDays(calendar, answered, now);
  if (days === undefined) return nothing;
  return html`<section class="answer silent" part="response">
    <h3>${words.silent(days, figuresOf(lang).number(days))}</h3>
  </section>`;
}
