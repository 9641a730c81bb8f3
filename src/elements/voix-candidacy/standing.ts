import { html, nothing, type TemplateResult } from 'lit';
import type { CandidacyMessages } from '../../locales/candidacy-messages.js';
import type { MoreMessages } from '../../locales/messages.js';
import type { Candidacy } from '../../model/candidacy.js';
import type { ElectionError } from '../../model/errors.js';
import { phaseStarts } from '../../model/phase.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import type { Formats } from '../shared/formats.js';
import { windowOf } from './window.js';

/** What one is about. Default: to read what became of what was sent. */
export type Step = 'writing' | 'sending' | 'leaving' | undefined;

/** Standing, at this moment: the form, what became of what was sent, or when one may stand. Only that part is asked for. */
export function standing(
  own: Candidacy | null,
  step: Step,
  snapshot: ReadySnapshot,
  words: CandidacyMessages,
  f: Formats,
  form: () => TemplateResult,
  state: (own: Candidacy) => TemplateResult | undefined,
  leaving: () => TemplateResult | undefined,
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
    ${own && !isWriting ? state(own) : nothing} ${isWriting ? form() : nothing}
    ${!own && !isWriting ? html`<p>${opens ? words.notYet(date(opens.at)) : words.over}</p>` : nothing}
    ${step === 'leaving' ? leaving() : nothing}
  </section>`;
}

/** Without a network one knows what to do; what else there is to say comes with the other sentences. */
export function troubleLine(
  trouble: ElectionError | undefined,
  words: CandidacyMessages,
  errors: () => MoreMessages['errors'] | undefined,
): TemplateResult | typeof nothing {
  if (!trouble) return nothing;
  const sentence = trouble.retryable ? words.offline : errors()?.[trouble.code];
  return html`<p class="fault" role="alert">${sentence}</p>`;
}
