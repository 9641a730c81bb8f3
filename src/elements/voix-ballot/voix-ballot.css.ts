import { css } from 'lit';

/** A sheet of paper on the page; the slip goes into the slot, and the stub stays in the hand. */
export const paper = css`
  dialog {
    inline-size: min(26rem, calc(100vw - 2 * var(--_s)));
    padding: calc(var(--_s) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
    color: inherit;
    box-shadow: 0 1.5rem 4rem rgb(0 0 0 / 0.3);
  }
  dialog::backdrop {
    background: rgb(10 10 15 / 0.55);
  }
  h2 {
    margin-block-end: var(--_s);
    padding-block-end: calc(var(--_s) * 0.75);
    border-block-end: 2px solid var(--_ink);
    font-size: var(--_m);
    font-weight: 600;
    line-height: 1.3;
  }
  .who {
    display: grid;
    grid-template-columns: 112px 1fr;
    gap: var(--_s);
    align-items: center;
    margin-block-end: var(--_s);
  }
  .portrait {
    border-radius: calc(var(--_r) * 0.6);
  }
  .name {
    font-size: calc(var(--_l) * 1.2);
    font-weight: 650;
    line-height: 1.15;
    overflow-wrap: anywhere;
  }
  fieldset {
    margin: 0 0 var(--_s);
    padding: 0;
    border: 0;
  }
  label {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: 44px;
    border-block-end: 1px solid var(--_line);
  }
  input {
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_ink-brand);
  }
  .keys {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--_s) / 2);
    margin-block-start: var(--_s);
  }
  .keys button {
    min-block-size: 48px;
    padding-inline: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: none;
    font-weight: 600;
  }
  .keys .cast {
    border-color: var(--_c);
    background: var(--_c);
    color: var(--_on);
  }
  .keys .cast:only-child {
    grid-column: 1 / -1;
  }
  .cast:disabled {
    opacity: 0.6;
  }
  .box {
    block-size: 96px;
    margin-block-end: var(--_s);
    overflow: hidden;
    border-block-end: 8px solid var(--_ink);
    border-radius: 4px;
  }
  .slip {
    inline-size: 70%;
    margin-inline: auto;
    padding: 0.75em;
    border: 1px solid var(--_line);
    background: var(--_sunk);
    font-weight: 600;
    text-align: center;
    transform: translateY(60px);
    animation: drop 0.45s ease-in;
  }
  @keyframes drop {
    from {
      transform: translateY(0);
    }
  }
  .stub {
    margin-block: var(--_s) 0;
    padding-block-start: var(--_s);
    border-block-start: 2px dashed var(--_line);
  }
  .code {
    font: 600 var(--_l) / 1.3 ui-monospace, monospace;
    letter-spacing: 0.06em;
  }
  @media (prefers-reduced-motion: reduce) {
    .slip {
      animation: none;
    }
  }
`;
