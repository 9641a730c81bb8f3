/** What the rules page says besides what follows from the election itself. */
import { html, type TemplateResult } from 'lit';
import type { Field } from '../../locales/admin-form-messages.js';
import { valueAt } from '../form/draft.js';
import { lines, type FormState } from './fields.js';

const TEXTS = [
  'organiser',
  'standing',
  'voting',
  'complaints',
  'retention',
] as const satisfies readonly Field[];
/** One a line. */
const LISTS = ['privileges', 'obligations'] as const satisfies readonly Field[];

export function termFields(form: FormState): TemplateResult {
  const list = (name: (typeof LISTS)[number]) => {
    const path = `terms.${name}`;
    const value = ((valueAt(form.draft, path) as readonly string[] | undefined) ?? []).join('\n');
    // An empty line is one that is being begun.
    const read = (typed: string) => (typed ? typed.split('\n') : undefined);
    return lines(form, name, path, { optional: true, value, read });
  };
  return html`<div class="two">
    ${TEXTS.map((name) => lines(form, name, `terms.${name}`, { optional: true }))} ${LISTS.map(list)}
  </div>`;
}
