import { css } from 'lit';

/** A sheet of paper on the page; the slip goes into the slot, and the stub stays in the hand. */
export const paper = css`
  dialog {
    width: min(26rem, 92vw);
    margin: auto;
    padding: calc(var(--_s) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
    color: inherit;
  }
  ::backdrop {
    background: rgb(9 9 14 / 0.6);
  }
  h2 {
    margin-bottom: var(--_s);
    padding-bottom: 12px;
    border-bottom: 2px solid;
    font-size: var(--_m);
  }
  .who {
    display: grid;
    grid-template-columns: 112px 1fr;
    gap: var(--_s);
    align-items: center;
    margin-bottom: var(--_s);
  }
  .keys {
    display: grid;
    grid-auto-flow: column;
    gap: 8px;
    margin-top: var(--_s);
  }
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
    font: 600 var(--_l) ui-monospace, monospace;
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
