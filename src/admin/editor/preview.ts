/** The page as it will look, beside the form, in any of its phases and in two widths. */
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../elements/shared/localize.js';
import '../../elements/voix-election/voix-election.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import type { Election, Phase } from '../../model/election.js';
import { phaseStarts } from '../../model/phase.js';
import { previewOf } from '../form/preview.js';

/** The phase that is looked at: the one that was chosen, or the first where the calendar has it no more. */
export function phaseSeen({ calendar }: Election, chosen: Phase): Phase {
  const starts = phaseStarts(calendar);
  return starts.some(({ phase }) => phase === chosen) ? chosen : (starts[0]?.phase ?? 'voting');
}

export interface Seen {
  readonly phase: Phase;
  readonly wide: boolean;
  readonly widen: (wide: boolean) => void;
}

export function pagePreview(
  draft: Election,
  { phase, wide, widen }: Seen,
  w: AdminMessages,
  { t }: Language,
): TemplateResult {
  const standins = {
    title: w.form.standinTitle,
    brand: w.form.standinBrand,
    candidate: w.form.someone,
  };
  const width = (isWide: boolean, label: string) =>
    html`<button type="button" aria-pressed=${String(wide === isWide)} @click=${() => widen(isWide)}>
      ${label}
    </button>`;
  return html`<aside class="preview" aria-labelledby="preview">
    <div class="row">
      <h3 id="preview">${w.form.preview}</h3>
      ${width(false, w.form.phone)} ${width(true, w.form.wide)}
    </div>
    <p class="hint">${t.phases[phase]} · ${w.form.invented}</p>
    <div class=${wide ? 'window wide' : 'window'} role="region" aria-label=${w.form.preview} tabindex="0">
      <div class="page" inert>
        <voix-election .snapshot=${previewOf(draft, phase, standins)}></voix-election>
      </div>
    </div>
  </aside>`;
}
