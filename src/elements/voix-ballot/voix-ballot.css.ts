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
    font-size: var(--_m);
    border-bottom: 2px solid;
  }
  .who,
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_s);
  }
  .who {
    align-items: center;
    margin-bottom: var(--_s);
  }
  h3 {
    flex: 1 5em;
    overflow-wrap: break-word;
    font-size: min(var(--_l), 9vw);
    max-width: 100%;
  }
  .portrait {
    width: 112px;
  }
  .keys {
    margin-top: var(--_s);
  }
  .keys button {
    flex: auto;
  }
`;
