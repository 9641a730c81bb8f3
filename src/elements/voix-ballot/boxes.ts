import { css, html, type TemplateResult } from 'lit';
import type { MoreMessages } from '../../locales/messages.js';
import type { Id } from '../../model/election.js';
import type { ReadySnapshot } from '../../model/snapshot.js';

export const style = css`
  fieldset {
    margin-bottom: var(--_s);
    border: 0;
  }
  label {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 44px;
    border-bottom: 1px solid var(--_line);
  }
  [role='status'] {
    color: var(--_link);
  }
  label input {
    width: 1.25em;
    min-height: 1.25em;
    accent-color: var(--_link);
  }
`;

/** The paper on which several may be approved: native checkboxes in a fieldset, then one submit (A1). */
export function boxes(
  { election, candidates }: ReadySnapshot,
  ticked: readonly Id[],
  onTick: (ticked: readonly Id[]) => void,
  more: MoreMessages | undefined,
): TemplateResult {
  const { method } = election.rules;
  const max = method.kind === 'approval' ? (method.max ?? 0) : 1;
  const full = max > 0 && ticked.length >= max;
  const wrong = !ticked.length
    ? 'choice-empty'
    : max > 0 && ticked.length > max
      ? 'choice-too-many'
      : undefined;
  return html`<fieldset>
    <legend class="muted">${more?.ballotOffered(max, String(max))}</legend>
    ${candidates.map(({ id, name }) => {
      const on = ticked.includes(id);
      const tick = () => onTick(on ? ticked.filter((other) => other !== id) : [...ticked, id]);
      return html`<label>
        <input type="checkbox" .checked=${on} ?disabled=${full && !on} @change=${tick} />${name}
      </label>`;
    })}
    <p role="status">${wrong && more?.errors[wrong]}</p>
  </fieldset>`;
}
