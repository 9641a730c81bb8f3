import { css, html, nothing, type TemplateResult } from 'lit';
import { trackingCode } from '../../log/code.js';
import type { Messages, MoreMessages } from '../../locales/messages.js';
import type { Receipt } from '../../model/ballot.js';

/** The slip goes into the slot, and the stub stays in the hand. */
export const style = css`
  .box {
    height: 90px;
    margin-bottom: var(--_s);
    overflow: hidden;
    border-bottom: 8px solid;
    border-radius: 4px;
    text-align: center;
  }
  .slip {
    width: 70%;
    margin: 0 auto;
    padding: 12px;
    border: 1px solid var(--_line);
    background: var(--_sunk);
    transform: translateY(72px);
  }
  .stub {
    margin-top: var(--_s);
    padding-top: var(--_s);
    border-top: 2px dashed var(--_line);
  }
  .stub b {
    font:
      600 var(--_xl) ui-monospace,
      monospace;
  }
  .stub + button {
    margin-top: var(--_s);
    width: 100%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .slip {
      animation: drop 0.45s ease-in;
    }
  }
  @keyframes drop {
    from {
      transform: none;
    }
  }
`;

/** The box, with the slip that has just gone in. */
export const box = (names: string): TemplateResult =>
  html`<div class="box" aria-hidden="true"><p class="slip">${names}</p></div>`;

/**
 * What the voter keeps: the tracking code, and the way to the whole receipt where the page has a place for it.
 * @param host the ballot
 */
export function stub(
  { sequence, ballot }: Receipt,
  { stubCode }: Messages,
  more: MoreMessages | undefined,
  host: Element,
): TemplateResult {
  const code = trackingCode(sequence, ballot) ?? sequence;
  return html`<p class="stub">${stubCode}<br /><b dir="ltr" translate="no">${code}</b></p>
    ${more && wholesAround(host).length ? html`<button @click=${() => leave(host)}>${more.receipt}</button>` : nothing}`;
}

/** Elements that are, or that will show, the receipt of the election that a ballot is for. */
function wholesAround(ballot: Element): Element[] {
  const provider = hostOf(ballot);
  const around = provider && hostOf(provider);
  const inside = provider?.querySelectorAll('voix-receipt, voix-election') ?? [];
  return [...inside, ...(around?.localName === 'voix-election' ? [around] : [])];
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** Puts the paper away, and goes where the receipt is. */
function leave(ballot: Element): void {
  ballot.shadowRoot?.querySelector('dialog')?.close();
  const [receipt] = wholesAround(ballot)
    .map((one) => (one.localName === 'voix-receipt' ? one : one.shadowRoot?.querySelector('voix-receipt')))
    .filter((one) => one instanceof HTMLElement);
  receipt?.scrollIntoView({ block: 'center' });
  receipt?.focus();
}
