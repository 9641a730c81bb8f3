/** The fields of the form, each with its label, its hint, and beside it what is wrong or why it is locked. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../locales/admin-form-messages.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import type { Election } from '../../model/election.js';
import type { Lock } from '../../protocol/admin/elections.js';
import type { SessionAnswer } from '../../protocol/admin/sign-in.js';
import type { Client } from '../client.js';
import { valueAt, type Path, type Value } from '../form/draft.js';
import { lockOf } from '../form/locked.js';
import type { Problem } from '../form/problems.js';

/** What the fields draw from, and tell. */
export interface FormState {
  readonly words: AdminMessages;
  readonly draft: Election;
  /** Of the fields that were left, or all once it was tried to save. */
  readonly problems: ReadonlyMap<Path, Problem>;
  readonly locks: readonly Lock[] | undefined;
  readonly readOnly: boolean;
  readonly client: Client;
  readonly session: SessionAnswer;
  readonly number: (n: number) => string;
  readonly change: (path: Path, value: Value) => void;
  /** The field was left: what is wrong with it may be said. */
  readonly leave: (path: Path) => void;
}

export interface FieldOptions {
  /** A label in other words than the field's own. */
  readonly label?: string;
  readonly optional?: boolean;
  /** What is wrong, where it is not found by the field's own words. */
  readonly wrong?: string;
}

type Control = (attributes: {
  readonly id: string;
  readonly disabled: boolean;
  readonly invalid: 'true' | typeof nothing;
  readonly describedby: string;
}) => TemplateResult;

/** A field with all that is said of it. */
export function field(
  form: FormState,
  name: Field | undefined,
  path: Path,
  control: Control,
  { label, optional, wrong }: FieldOptions = {},
): TemplateResult {
  const { words: w, problems, locks, readOnly } = form;
  const id = idOf(path);
  const why = lockOf(path, locks);
  const problem = why ? undefined : problems.get(path);
  const hint = name && w.form.hints[name];
  // Its space stands beside its words: one by itself is not heard.
  const said = label ?? (name && w.form.fields[name]);
  return html`<div class="field">
    <label for=${id}>${optional ? html`${`${said} `}<span>– ${w.form.optional}</span>` : said}</label>
    ${control({
      id,
      disabled: readOnly || why !== undefined,
      invalid: problem ? 'true' : nothing,
      describedby: `${id}-about`,
    })}
    <div id=${`${id}-about`}>
      ${problem ? html`<p class="bad small">${sentenceOf(form, problem, (name && w.form.wrong[name]) ?? wrong)}</p>` : nothing}
      ${why ? html`<p class="lock small">${w.form.locked[why]}</p>` : nothing}
      ${hint && !why ? html`<p class="hint">${hint}</p>` : nothing}
    </div>
  </div>`;
}

export const idOf = (path: Path): string => path.replaceAll('.', '-');

function sentenceOf({ words, number }: FormState, problem: Problem, wrong: string | undefined): string {
  const { missing, tooLong, order, taken } = words.form;
  switch (problem.kind) {
    case 'missing':
      return missing;
    case 'too-long':
      return tooLong(problem.most, number(problem.most));
    case 'order':
      return order;
    case 'taken':
      return taken;
    case 'wrong':
      return wrong ?? missing;
  }
}

type TextType = 'text' | 'url' | 'number' | 'datetime-local';

const shown = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/**
 * One line of text.
 * @param read what is put into the draft for what is typed
 */
export function line(
  form: FormState,
  name: Field | undefined,
  path: Path,
  options: FieldOptions & {
    readonly type?: TextType;
    readonly value?: string;
    readonly read?: (typed: string) => Value;
    readonly suggestions?: string;
  } = {},
): TemplateResult {
  const { type = 'text', value = shown(valueAt(form.draft, path)), read = (typed) => typed } = options;
  return field(
    form,
    name,
    path,
    ({ id, disabled, invalid, describedby }) =>
      html`<input
        id=${id}
        type=${type}
        autocomplete="off"
        list=${options.suggestions ?? nothing}
        ?disabled=${disabled}
        aria-invalid=${invalid}
        aria-describedby=${describedby}
        .value=${value}
        @input=${(event: Event) => form.change(path, read((event.target as HTMLInputElement).value))}
        @change=${() => form.leave(path)}
        @blur=${() => form.leave(path)}
      />`,
    options,
  );
}

/** Several lines of text. */
export function lines(
  form: FormState,
  name: Field,
  path: Path,
  options: FieldOptions & { readonly value?: string; readonly read?: (typed: string) => Value } = {},
): TemplateResult {
  const { value = shown(valueAt(form.draft, path)), read = (typed) => typed } = options;
  return field(
    form,
    name,
    path,
    ({ id, disabled, invalid, describedby }) =>
      html`<textarea
        id=${id}
        ?disabled=${disabled}
        aria-invalid=${invalid}
        aria-describedby=${describedby}
        .value=${value}
        @input=${(event: Event) => form.change(path, read((event.target as HTMLTextAreaElement).value))}
        @blur=${() => form.leave(path)}
      ></textarea>`,
    options,
  );
}

/** One of a few. */
export function choice<T extends string>(
  form: FormState,
  name: Field,
  path: Path,
  labels: Readonly<Record<T, string>>,
): TemplateResult {
  const value = shown(valueAt(form.draft, path));
  return field(
    form,
    name,
    path,
    ({ id, disabled, describedby }) =>
      html`<select
        id=${id}
        ?disabled=${disabled}
        aria-describedby=${describedby}
        @change=${(event: Event) => form.change(path, (event.target as HTMLSelectElement).value)}
      >
        ${(Object.entries(labels) as [T, string][]).map(
          ([key, label]) => html`<option value=${key} .selected=${key === value}>${label}</option>`,
        )}
      </select>`,
  );
}

/** Yes or no. */
export function check(form: FormState, name: Field, path: Path): TemplateResult {
  const why = lockOf(path, form.locks);
  const id = idOf(path);
  return html`<div>
    <label class="check">
      <input
        id=${id}
        type="checkbox"
        .checked=${valueAt(form.draft, path) === true}
        ?disabled=${form.readOnly || why !== undefined}
        aria-describedby=${why ? `${id}-about` : nothing}
        @change=${(event: Event) => form.change(path, (event.target as HTMLInputElement).checked)}
      />
      ${form.words.form.fields[name]}
    </label>
    ${why ? html`<p id=${`${id}-about`} class="lock small">${form.words.form.locked[why]}</p>` : nothing}
  </div>`;
}
