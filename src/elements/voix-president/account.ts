import { html, nothing, type TemplateResult } from 'lit';
import { safeAddress } from '../../model/address.js';
import type { Photo } from '../../model/election.js';
import type { Answered, Handover, Mandate, Report } from '../../model/mandate.js';
import { dateOf } from '../shared/dates.js';
import { figuresOf } from '../shared/figures.js';
import { paragraphs } from '../shared/paragraphs.js';
import type { OnPage } from './on-page.js';

/** What the president tells of the mandate, the newest first. */
export function reports(all: readonly Report[], on: OnPage): TemplateResult | typeof nothing {
  if (!all.length) return nothing;
  const newest = [...all].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return html`<section part="reports" aria-labelledby="reports">
    <h3 id="reports">${on.words.reports}</h3>
    ${newest.map((one) => report(one, on))}
  </section>`;
}

const report = ({ title, text, at, photos = [] }: Report, { election, lang }: OnPage): TemplateResult =>
  html`<article class="report">
    ${photos.length ? html`<div class="pictures">${photos.map(picture)}</div>` : nothing}
    <div class="text">
      <p class="muted small">${dateOf(lang, at, election.calendar.timeZone)}</p>
      <h4 lang=${election.lang}>${title}</h4>
      <div lang=${election.lang}>${paragraphs(text)}</div>
    </div>
  </article>`;

function picture({ src, alt = '', srcset }: Photo): TemplateResult | typeof nothing {
  const address = safeAddress(src, document.baseURI);
  return address
    ? html`<img src=${address} srcset=${srcset ?? nothing} sizes="320px" alt=${alt} loading="lazy" />`
    : nothing;
}

/** What the president is given, and what they owe, side by side. */
export function dues(mandate: Mandate | undefined, on: OnPage): TemplateResult | typeof nothing {
  const { election, words } = on;
  const given = points(mandate?.privileges, election.terms?.privileges);
  const owed = points(mandate?.obligations, election.terms?.obligations);
  if (!given.length && !owed.length) return nothing;
  const list = (id: string, title: string, all: readonly string[]) =>
    all.length
      ? html`<section aria-labelledby=${id}>
          <h3 id=${id}>${title}</h3>
          <ul role="list" lang=${election.lang}>
            ${all.map((one) => html`<li>${one}</li>`)}
          </ul>
        </section>`
      : nothing;
  return html`<div class="dues" part="dues">
    ${list('given', words.privileges, given)}${list('owed', words.obligations, owed)}
  </div>`;
}

/** What was announced with the rules holds until the mandate says more. */
const points = (own: readonly string[] = [], announced: readonly string[] = []): readonly string[] =>
  own.length ? own : announced;

/** Of fewer questions a percentage says less than their numbers do: on the first morning it would be nought, written large. */
const ENOUGH = 20;

/** How many of the customers' questions have an answer. */
export function questions({ asked, answered }: Answered, { words, lang }: OnPage): TemplateResult {
  const figures = figuresOf(lang);
  return html`<section part="questions" aria-labelledby="questions">
    <h3 id="questions">${words.questions}</h3>
    ${
      asked
        ? html`<p>
            ${
              asked < ENOUGH
                ? nothing
                : html`<b class="figure">${figures.share(Math.round((answered * 1000) / asked))}</b>`
            }
            ${words.answered(answered, figures.number(asked))}
          </p>`
        : html`<p class="muted">${words.noQuestions}</p>`
    }
  </section>`;
}

/** @param link where the next election is shown */
export const handover = (
  { text }: Handover,
  link: string | undefined,
  { election, words }: OnPage,
): TemplateResult =>
  html`<section class="handover" part="handover" aria-labelledby="handover">
    <h3 id="handover">${words.handover}</h3>
    ${text === undefined ? nothing : html`<div lang=${election.lang}>${paragraphs(text)}</div>`}
    ${link === undefined ? nothing : html`<p><a href=${link}>${words.next}</a></p>`}
  </section>`;
