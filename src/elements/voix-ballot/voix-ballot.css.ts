import { css } from 'lit';

/** A sheet of paper on the page. */
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
`;
