import { css, html, type TemplateResult } from 'lit';
import type { Messages } from '../../locales/messages.js';
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
    transform: translateY(56px);
  }
  .stub {
    margin-top: var(--_s);
    padding-top: var(--_s);
    border-top: 2px dashed var(--_line);
  }
  .stub b {
    font:
      600 var(--_l) ui-monospace,
      monospace;
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

/** What the voter keeps: the beginning of the ballot's number. */
export const stub = ({ ballot }: Receipt, { stubCode }: Messages): TemplateResult =>
  html`<p class="stub">${stubCode}<br /><b>${ballot.slice(0, 8)}</b></p>`;
