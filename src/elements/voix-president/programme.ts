import { html, nothing, type TemplateResult } from 'lit';
import { calendarFile } from '../../model/calendar-file.js';
import { byDate, milestoneState, type Milestone } from '../../model/mandate.js';
import { dateOf } from '../shared/dates.js';
import { figuresOf } from '../shared/figures.js';
import { download } from '../shared/keep.js';
import type { OnPage } from './on-page.js';

/** The dates of the mandate, what was promised for each and what was done. */
export function programme(milestones: readonly Milestone[], on: OnPage): TemplateResult {
  const { words, lang, now } = on;
  const ahead = milestones.filter((one) => milestoneState(one, now) === 'ahead');
  const kept = milestones.filter(({ kept }) => kept).length;
  return html`<section part="programme" aria-labelledby="programme">
    <div class="head">
      <h3 id="programme">${words.programme}</h3>
      ${
        milestones.length
          ? html`<p class="muted">${words.kept(kept, figuresOf(lang).number(milestones.length))}</p>`
          : nothing
      }
    </div>
    ${
      milestones.length
        ? html`<ol class="dates" role="list">
            ${byDate(milestones).map((one) => date(one, on))}
          </ol>`
        : html`<p class="muted">${words.noProgramme}</p>`
    }
    ${
      ahead.length > 1
        ? html`<button @click=${() => give(ahead, on.election.id, on)}>${words.allToCalendar}</button>`
        : nothing
    }
  </section>`;
}

function date(milestone: Milestone, on: OnPage): TemplateResult {
  const { election, words, lang, f, now } = on;
  const { timeZone } = election.calendar;
  const { title, at, place, promise, kept } = milestone;
  const state = milestoneState(milestone, now);
  return html`<li class=${state}>
    <p class="when">
      <span class="state">${words.states[state]}</span>
      <time datetime=${at}>
        ${state === 'ahead' ? f.moment(Date.parse(at), timeZone) : dateOf(lang, at, timeZone)}
      </time>
    </p>
    <h4 lang=${election.lang}>${title}</h4>
    ${place === undefined ? nothing : html`<p class="muted" lang=${election.lang}>${place}</p>`}
    ${said(words.promise, promise, election.lang)} ${said(words.done, kept?.what, election.lang)}
    ${
      state === 'ahead'
        ? html`<button
            class="quiet"
            aria-label=${words.toCalendarOf(title)}
            @click=${() => give([milestone], milestone.id, on)}
          >
            ${words.toCalendar}
          </button>`
        : nothing
    }
  </li>`;
}

const said = (label: string, text: string | undefined, lang: string) =>
  text === undefined
    ? nothing
    : html`<p class="said"><span class="small muted">${label}</span> <span lang=${lang}>${text}</span></p>`;

/** Gives the visitor these dates, for a calendar of their own. */
function give(milestones: readonly Milestone[], name: string, { election, now }: OnPage): void {
  const about = `${election.title} (${election.brand.name})`;
  download(`${name}.ics`, calendarFile(milestones, election.id, about, now), 'text/calendar');
}
