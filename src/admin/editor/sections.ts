/** The form, section by section. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../elements/shared/localize.js';
import type { Candidate, Phase } from '../../model/election.js';
import type { Value } from '../form/draft.js';
import { calendarLine, dates } from './calendar.js';
import { candidateFields } from './candidates.js';
import { check, choice, field, line, lines, type FormState } from './fields.js';
import { pictureField } from './picture-field.js';
import { termFields } from './terms.js';

/** What the sections draw from, and tell, besides the fields themselves. */
export interface OnForm {
  readonly language: Language;
  /** Ms since 1970, by the server's clock. */
  readonly now: number;
  readonly seen: Phase;
  readonly look: (phase: Phase) => void;
  readonly putCandidates: (candidates: readonly Candidate[]) => void;
  /** One a line. */
  readonly origins: string;
  readonly putOrigins: (typed: string) => void;
}

export function formSections(form: FormState, on: OnForm): TemplateResult {
  const { draft, words: w } = form;
  return html`<section>
      <h3>${w.form.question}</h3>
      ${line(form, 'title', 'title')}
      <div class="two">${line(form, 'id', 'id')} ${line(form, 'lang', 'lang')}</div>
    </section>
    <section>
      <h3>${w.form.who}</h3>
      <div class="two">
        ${line(form, 'brandName', 'brand.name')} ${colour(form)}
        ${line(form, 'url', 'brand.url', { optional: true })}
        ${line(form, 'page', 'page', { optional: true })}
      </div>
      ${pictureField(form, draft.id, 'brand.logo', form.words.pictures.logo, 'logo')}
      ${line(form, 'brandStory', 'brand.story', { optional: true })}
      ${lines(form, 'welcome', 'brand.welcome', { optional: true })}
    </section>
    <section>
      <h3>${w.form.calendar}</h3>
      ${calendarLine(form, on.language, on.now, on.seen, on.look)} ${dates(form, w.form.wrongDate)}
    </section>
    <section>
      <h3>${w.form.rules}</h3>
      <div class="two">
        ${choice(form, 'method', 'rules.method.kind', w.form.methods)}
        ${
          draft.rules.method.kind === 'approval'
            ? line(form, 'max', 'rules.method.max', { type: 'number', read: numberOf, optional: true })
            : nothing
        }
        ${choice(form, 'visibility', 'rules.visibility', w.form.visibility)}
        ${line(form, 'quorum', 'rules.quorum', { type: 'number', read: numberOf })}
      </div>
      ${check(form, 'revote', 'rules.revote')} ${check(form, 'confirm', 'rules.confirm')}
    </section>
    <section>
      <h3>${w.form.terms}</h3>
      ${termFields(form)}
    </section>
    <section>
      <h3>${w.form.candidates}</h3>
      ${candidateFields(form, on.putCandidates)}
    </section>
    <section>
      <h3>${w.form.places}</h3>
      ${places(form, on)}
    </section>`;
}

function colour(form: FormState): TemplateResult {
  const value = form.draft.brand.colour ?? '';
  const pick = ({ target }: Event) => form.change('brand.colour', (target as HTMLInputElement).value);
  return html`<div class="colour">
    ${line(form, 'colour', 'brand.colour', { optional: true })}
    <input
      type="color"
      aria-label=${form.words.form.fields.colour}
      ?disabled=${form.readOnly}
      .value=${/^#[0-9a-f]{6}$/i.test(value) ? value : '#3d4db7'}
      @input=${pick}
    />
  </div>`;
}

function places(form: FormState, { origins, putOrigins }: OnForm): TemplateResult {
  return field(
    form,
    'origins',
    'origins',
    ({ id, disabled, invalid, describedby }) =>
      html`<textarea
        id=${id}
        ?disabled=${disabled}
        aria-invalid=${invalid}
        aria-describedby=${describedby}
        .value=${origins}
        @input=${(event: Event) => putOrigins((event.target as HTMLTextAreaElement).value)}
        @blur=${() => form.leave('origins')}
      ></textarea>`,
  );
}

/** What is no number stays as it is typed: the schema says what is wrong with it. */
const numberOf = (typed: string): Value =>
  typed.trim() === '' ? undefined : Number.isNaN(Number(typed)) ? typed : Number(typed);
