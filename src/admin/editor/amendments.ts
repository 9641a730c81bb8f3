/** What has changed since voting opened, as everyone sees it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AdminMessages } from '../../locales/admin-messages.js';
import type { Election } from '../../model/election.js';

/** @param date an instant in the reader's words */
export function amendmentList(
  { amendments = [] }: Election,
  w: AdminMessages,
  date: (at: string) => string,
): TemplateResult | typeof nothing {
  if (amendments.length === 0) return nothing;
  const parts = (names: readonly string[]) => names.map((name) => partName(name, w)).join(', ');
  return html`<section class="paper amendments">
    <h3>${w.form.amendments}</h3>
    <p class="hint">${w.form.amendmentsNote}</p>
    <ol>
      ${amendments.map(
        ({ at, parts: changed, note }) =>
          html`<li>
            <p><b>${date(at)}</b> – ${parts(changed)}</p>
            <p>${note}</p>
          </li>`,
      )}
    </ol>
  </section>`;
}

/** A part of an election, as the form calls it. */
function partName(part: string, { form }: AdminMessages): string {
  const named: Readonly<Record<string, string>> = {
    ...form.fields,
    ...form.dates,
    brand: form.who,
    calendar: form.calendar,
    candidates: form.candidates,
    profiles: form.fields.manifesto,
  };
  return named[part.replace(/^calendar\./, '')] ?? part;
}
