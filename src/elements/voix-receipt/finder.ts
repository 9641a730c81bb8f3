import { html, nothing, type TemplateResult } from 'lit';
import type { Lookup } from './lookup.js';
import { failureSaid, type OnStub } from './stub.js';

const EXAMPLE = '1F4-7KQ2M9';

/** Where somebody without a receipt at hand pastes one, opens one, or types a code. */
export function form(lookup: Lookup | undefined, on: OnStub, onText: (text: string) => void): TemplateResult {
  const { words } = on;
  const wrong = complaintOf(lookup, on);
  const isAsking = lookup?.kind === 'asking';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onText(fieldOf(event)?.value ?? '');
  };
  const open = async ({ target }: Event) => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (file) onText(await file.text());
  };
  return html`<form novalidate @submit=${submit}>
    <label for="text">${words.paste}</label>
    <input
      id="text"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      aria-describedby="hint"
      aria-invalid=${wrong ? 'true' : nothing}
    />
    <p id="hint">
      ${wrong ? html`<b>${wrong}</b><br />` : nothing}<span class="muted">${words.like(EXAMPLE)}</span>
    </p>
    <div class="deeds">
      <button class="main" aria-disabled=${isAsking}>${isAsking ? words.asking : words.search}</button>
      <button type="button" @click=${choose}>${words.open}</button>
      <input type="file" accept=".json,application/json" hidden @change=${open} />
    </div>
  </form>`;
}

/** Why nothing is shown, in a sentence. */
export function complaintOf(
  lookup: Lookup | undefined,
  on: Pick<OnStub, 'words' | 'more'>,
): string | undefined {
  const { words } = on;
  switch (lookup?.kind) {
    case 'notUnderstood':
    case 'otherElection':
    case 'noLog':
      return words[lookup.kind];
    case 'notThere':
      return words.notThere(lookup.code);
    case 'failed':
      return failureSaid(lookup.error, on);
    default:
      return undefined;
  }
}

const fieldOf = ({ currentTarget }: Event): HTMLInputElement | null =>
  (currentTarget as HTMLElement).querySelector('input');

const choose = ({ currentTarget }: Event): void =>
  (currentTarget as HTMLElement).parentElement?.querySelector<HTMLElement>('[type=file]')?.click();
