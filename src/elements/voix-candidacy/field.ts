import { html, nothing, type TemplateResult } from 'lit';
import type { CandidacyMessages } from '../../locales/candidacy-messages.js';
import {
  LENGTHS,
  lengthOf,
  tidy,
  type CandidacyField,
  type Consent,
  type Fault,
} from '../../model/candidacy.js';
import type { DraftText } from './draft.js';

/** What the form draws with. */
export interface FormWords {
  readonly words: CandidacyMessages;
  readonly number: (n: number) => string;
}

/** How a field is asked for: what a phone offers to type in it, and from which length on it is counted. */
const INPUTS: Readonly<Record<DraftText, { readonly [attribute: string]: string | undefined }>> = {
  name: { autocomplete: 'name' },
  town: { autocomplete: 'address-level2' },
  slogan: {},
  manifesto: {},
  video: { type: 'url', autocomplete: 'off', placeholder: 'https://' },
  email: { type: 'email', autocomplete: 'email' },
  alt: { autocomplete: 'off' },
};
const COUNTED: ReadonlySet<string> = new Set(['slogan', 'manifesto']);

export interface Field {
  readonly field: DraftText;
  readonly value: string;
  readonly fault: Fault | undefined;
  readonly onInput: (field: DraftText, value: string) => void;
  /** When the person leaves it. */
  readonly onDone: (field: DraftText) => void;
}

const isOptional = (field: DraftText): boolean => field === 'video' || LENGTHS[field][0] === 0;

/** Label, hint, what is typed, a live count, and what is wrong, beside it. */
export function textField({ field, value, fault, onInput, onDone }: Field, on: FormWords): TemplateResult {
  const { words, number } = on;
  const { type, autocomplete, placeholder } = INPUTS[field];
  const hint = words.hints[field];
  const described = [hint && `${field}-hint`, fault && `${field}-fault`].filter(Boolean).join(' ') || nothing;
  const invalid = fault ? 'true' : nothing;
  const typed = ({ currentTarget }: Event) =>
    onInput(field, (currentTarget as HTMLInputElement | HTMLTextAreaElement).value);
  const done = () => onDone(field);
  return html`<div class="field">
    <label for=${field}
      >${`${words.labels[field]} `}${isOptional(field) ? html`<i class="muted small">${words.optional}</i>` : nothing}</label
    >
    ${hint ? html`<p class="muted small" id=${`${field}-hint`}>${hint}</p>` : nothing}
    ${
      field === 'manifesto'
        ? html`<textarea
            id=${field}
            rows="9"
            .value=${value}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${typed}
            @change=${done}
          ></textarea>`
        : html`<input
            id=${field}
            type=${type ?? 'text'}
            dir=${type ? 'ltr' : value ? 'auto' : nothing}
            autocomplete=${autocomplete ?? nothing}
            placeholder=${placeholder ?? nothing}
            .value=${value}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${typed}
            @change=${done}
          />`
    }
    <div class="under">
      ${faultLine(field, fault, value, on)}
      ${
        COUNTED.has(field) && field !== 'video'
          ? html`<span class="muted small count"
              >${words.count(number(lengthOf(tidy(value))), number(LENGTHS[field][1]))}</span
            >`
          : nothing
      }
    </div>
  </div>`;
}

/** What is wrong with a field, in a sentence. */
function faultText(field: CandidacyField, fault: Fault, value: string, on: FormWords): string {
  const { words, number } = on;
  if (isConsent(field) || fault === 'consent') return words.faults.consent;
  if (fault === 'missing') return words.missing[field];
  if (field === 'video') return words.noVideo;
  const [least, most] = field === 'photo' ? [0, 0] : LENGTHS[field];
  if (fault === 'short') return words.short(number(least));
  if (fault === 'long') return words.long(number(lengthOf(tidy(value)) - most));
  return words.faults[fault];
}

const isConsent = (field: CandidacyField): field is Consent =>
  field === 'age' || field === 'rules' || field === 'image';

const faultLine = (
  field: CandidacyField,
  fault: Fault | undefined,
  value: string,
  on: FormWords,
): TemplateResult | typeof nothing =>
  fault ? html`<p class="fault" id=${`${field}-fault`}>${faultText(field, fault, value, on)}</p>` : nothing;

export const consentBox = (
  field: Consent,
  text: string,
  isGiven: boolean,
  fault: Fault | undefined,
  onGiven: (field: Consent, given: boolean) => void,
  on: FormWords,
): TemplateResult =>
  html`<div class="consent">
    <input
      id=${field}
      type="checkbox"
      .checked=${isGiven}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? `${field}-fault` : nothing}
      @change=${({ currentTarget }: Event) => onGiven(field, (currentTarget as HTMLInputElement).checked)}
    />
    <label for=${field}>${text}</label>
    ${faultLine(field, fault, '', on)}
  </div>`;

/**
 * A button that asks for a file of the device.
 *
 * @param fault id of what is wrong with the file, if anything is
 */
export function fileChooser(
  id: string,
  label: string,
  accept: string,
  take: (file: File) => void,
  fault?: string,
): TemplateResult {
  const choose = ({ currentTarget }: Event) => {
    const input = currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file) take(file);
  };
  return html`<label class="button"
    ><input
      class="file"
      id=${id}
      type="file"
      accept=${accept}
      aria-describedby=${fault ?? nothing}
      @change=${choose}
    />${label}</label
  >`;
}

/** What a file chooser offers as a video. */
export const VIDEOS = 'video/mp4,video/webm,video/quicktime';
