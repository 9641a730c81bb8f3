import { html, nothing, type TemplateResult } from 'lit';
import type { CampaignMessages } from '../../locales/campaign-messages.js';
import { safeAddress } from '../../model/address.js';
import type { CampaignEntry } from '../../model/campaign.js';
import type { Phase } from '../../model/election.js';
import { nextPhase, phaseAt, phaseStarts } from '../../model/phase.js';
import { figuresOf } from '../shared/figures.js';
import { linkTo } from '../shared/link.js';
import type { Language } from '../shared/localize.js';
import { own } from '../shared/own-colour.js';
import { portrait } from '../shared/portrait.js';

/** What posters are written with. */
export interface OnWall {
  readonly words: CampaignMessages;
  readonly language: Language;
  /** Ms since 1970, by the server's clock. */
  readonly now: number;
  /** Address of the page that shows an election, with `{election}` for its id. */
  readonly link: string | undefined;
}

/** One election among others: the brand, where it is in its calendar, who stands, who votes, who leads. */
export function poster(entry: CampaignEntry, on: OnWall): TemplateResult {
  const { id, title, brand, calendar } = entry;
  const { t } = on.language;
  const phase = phaseAt(calendar, on.now);
  const address = linkTo(on.link, id) ?? safeAddress(brand.url, document.baseURI);
  return html`<li class="own" .style=${own(brand.colour)}>
    <div class="band">
      ${logo(entry)}
      <b>${brand.name}</b>
      <span class="phase">${t.phases[phase]}</span>
    </div>
    <div class="words">
      <h3>${address ? html`<a href=${address}>${title}</a>` : title}</h3>
      ${line(entry, phase, on)} ${people(entry, phase, on)}
    </div>
  </li>`;
}

function logo({ brand }: CampaignEntry): TemplateResult {
  const src = safeAddress(brand.logo?.src, document.baseURI);
  return src
    ? html`<img class="logo" src=${src} alt="" width="40" height="40" loading="lazy" />`
    : html`<span class="logo"></span>`;
}

/** The calendar as a line of phases with today on it, and what comes next in words. */
function line(
  { calendar }: CampaignEntry,
  phase: Phase,
  { language: { t, f }, words, now }: OnWall,
): TemplateResult {
  const { timeZone } = calendar;
  const starts = phaseStarts(calendar);
  const at = starts.findIndex((start) => start.phase === phase);
  const next = nextPhase(calendar, now);
  const begun = starts[at];
  return html`<div class="line" aria-hidden="true">
      ${starts.map((_, i) => html`<i class=${i < at ? 'past' : i === at ? 'now' : ''}></i>`)}
    </div>
    <p class="when">
      ${
        next
          ? html`<b>${t.begins[next.phase] ?? t.phases[next.phase]}</b> ${words.on(
                f.day(next.at, timeZone),
                f.until(next.at - now),
              )}`
          : begun
            ? html`<b>${t.phases[phase]}</b> ${words.since(f.day(begun.at, timeZone))}`
            : nothing
      }
    </p>`;
}

function people(entry: CampaignEntry, phase: Phase, { words, language }: OnWall): TemplateResult {
  const { candidates, ballots } = entry;
  const figures = figuresOf(language.lang);
  const votes =
    ballots === undefined
      ? isBefore(phase)
        ? undefined
        : words.hidden
      : ballots
        ? words.ballots(ballots, figures.number(ballots))
        : words.noBallots;
  const stand = candidates ? words.candidates(candidates, figures.number(candidates)) : words.nobodyYet;
  return html`<div class="people">
    <p class="muted small">${[stand, votes].filter(Boolean).join(' · ')}</p>
    ${leaders(entry, words, figures.share)}
  </div>`;
}

const isBefore = (phase: Phase): boolean => ['announced', 'candidacy', 'campaign'].includes(phase);

function leaders(
  { leaders = [], permille = 0, outcome }: CampaignEntry,
  words: CampaignMessages,
  share: (permille: number) => string,
): TemplateResult | typeof nothing {
  if (outcome === 'tie' || outcome === 'no-quorum')
    return html`<p class="leader"><b>${outcome === 'tie' ? words.tie : words.noQuorum}</b></p>`;
  const [first, ...others] = leaders;
  if (!first) return nothing;
  const label = outcome ? words.presides : others.length ? words.level : words.leads;
  return html`<div class="leader">
    <div class="face">${portrait(first)}</div>
    <p>
      <span class="muted small">${label}</span>
      <b>${first.name}</b>${others.map(({ name }) => [' ', html`<b>${words.other(name)}</b>`])}
      <span class="small">${words.share(share(permille))}</span>
    </p>
  </div>`;
}
