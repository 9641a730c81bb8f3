import { html, nothing, type TemplateResult } from 'lit';
import {
  CONSENTS,
  type Candidacy,
  type CandidacyField,
  type Consent,
  type Faults,
} from '../../model/candidacy.js';
import type { Candidate } from '../../model/election.js';
import { submissionOf, type Draft, type DraftText } from './draft.js';
import { consentBox, textField, type FormWords } from './field.js';

const ABOVE: readonly DraftText[] = ['name', 'town'];
const BELOW: readonly DraftText[] = ['slogan', 'manifesto'];

/** As they stand on the page. */
const ORDER: readonly CandidacyField[] = [...ABOVE, 'photo', 'alt', ...BELOW, 'video', 'email', ...CONSENTS];

type Part = TemplateResult | typeof nothing;

export interface FormView {
  readonly draft: Draft;
  readonly faults: Faults;
  /** What was sent before, where it is being mended. */
  readonly own: Candidacy | null | undefined;
  readonly brand: string;
  readonly isSending: boolean;
  readonly portrait: Part;
  /** How one uploads a video. */
  readonly video: Part;
  readonly card: Part;
  readonly trouble: Part;
}

export interface FormActs {
  readonly onInput: (field: DraftText, value: string) => void;
  /** A field was left. */
  readonly onDone: () => void;
  readonly onConsent: (consent: Consent, given: boolean) => void;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
}

export function candidacyForm(
  { draft, faults, own, brand, isSending, portrait, video, card, trouble }: FormView,
  { onInput, onDone, onConsent, onSubmit, onBack }: FormActs,
  on: FormWords,
): TemplateResult {
  const { words } = on;
  const text = (field: DraftText) =>
    textField({ field, value: draft[field], fault: faults[field], onInput, onDone }, on);
  const count = Object.keys(faults).length;
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return html`<form part="form" class="both" novalidate @submit=${submit}>
    <div class="fields">
      ${own?.reason ? html`<blockquote class="said">${own.reason}</blockquote>` : nothing} ${ABOVE.map(text)}
      ${portrait} ${draft.photo || draft.picture ? text('alt') : nothing} ${BELOW.map(text)}
      <div>${draft.uploaded ? html`<p class="label">${words.labels.video}</p>` : text('video')} ${video}</div>
      ${text('email')}
    </div>
    ${card}
    <div class="end">
      <fieldset>
        <legend>${words.consents}</legend>
        ${CONSENTS.map((consent) =>
          consentBox(
            consent,
            words.consent[consent](brand),
            draft.consents[consent],
            faults[consent],
            onConsent,
            on,
          ),
        )}
      </fieldset>
      ${count > 0 ? html`<p class="fault">${words.toMend(count, on.number(count))}</p>` : nothing} ${trouble}
      <div class="keys">
        <button class="main" ?disabled=${isSending}>
          ${isSending ? words.sending : own ? words.sendMended : words.send}
        </button>
        ${own ? html`<button type="button" class="quiet" @click=${onBack}>${words.keep}</button>` : nothing}
      </div>
      <p class="muted small">${words.draftKept}</p>
    </div>
  </form>`;
}

export const inOrder = (faults: Faults): CandidacyField[] => ORDER.filter((field) => field in faults);

/** The candidate that would come of it. */
export function previewed(draft: Draft, words: FormWords['words']): Candidate {
  const { profile } = submissionOf(draft);
  return {
    ...profile,
    id: 'preview',
    name: profile.name || words.yourName,
    slogan: profile.slogan || words.yourSlogan,
  };
}
