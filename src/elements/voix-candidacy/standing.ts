import { html, nothing, type TemplateResult } from 'lit';
import type { CandidacyMessages } from '../../locales/candidacy-messages.js';
import type { Candidacy } from '../../model/candidacy.js';
import { phaseStarts } from '../../model/phase.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import type { Language } from '../shared/localize.js';
import { windowOf } from './window.js';

/** What one is about. Default: to read what became of what was sent. */
export type Step = 'writing' | 'sending' | 'leaving' | undefined;

/** The parts, of which those are drawn that belong to the moment. */
export interface Parts {
  readonly form: () => TemplateResult;
  readonly state: (own: Candidacy) => TemplateResult | undefined;
  readonly leaving: () => TemplateResult | undefined;
}

/** Standing, at this moment: the form, what became of what was sent, or when one may stand. */
export function standing(
  own: Candidacy | null,
  step: Step,
  snapshot: ReadySnapshot,
  words: CandidacyMessages,
  { f }: Language,
  parts: Parts,
): TemplateResult {
  const { brand, calendar } = snapshot.election;
  const { isOpen, opens, closes } = windowOf(snapshot, phaseStarts(calendar));
  const isWriting = own ? step === 'writing' || step === 'sending' : isOpen;
  const date = (at: number) => f.moment(at, calendar.timeZone);
  return html`<section class="sheet" aria-labelledby="title">
    <header>
      <h2 id="title">${own ? words.own : words.title}</h2>
      ${own ? nothing : html`<p class="muted">${words.lead(brand.name)}</p>`}
      ${isWriting && !own && closes ? html`<p class="small until">${words.until(date(closes.at))}</p>` : nothing}
    </header>
    ${own && !isWriting ? parts.state(own) : nothing} ${isWriting ? parts.form() : nothing}
    ${!own && !isWriting ? html`<p>${opens ? words.notYet(date(opens.at)) : words.over}</p>` : nothing}
    ${step === 'leaving' ? parts.leaving() : nothing}
  </section>`;
}
