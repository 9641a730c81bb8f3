import { css } from 'lit';

/** What became of what was sent, what the brand said of it, and the question before one withdraws. */
export const state = css`
  .share {
    margin-top: calc(var(--_s) * 1.5);
  }
  .state {
    padding: calc(var(--_s) * 1.25);
    border-inline-start: 6px solid var(--_c);
    border-radius: min(var(--_r), 6px);
    background: var(--_sunk);
  }
  .state h3 {
    font-size: min(var(--_l), 9vw);
    margin-bottom: 4px;
  }
  .state h3:focus {
    outline: none;
  }
  .returned {
    border-inline-start-style: double;
  }
  .state + .keys {
    margin-top: var(--_s);
  }
  figure {
    margin-top: var(--_s);
  }
  blockquote {
    padding: 10px 14px;
    border: 1px solid var(--_line);
    border-radius: min(var(--_r), 10px);
    background: var(--_surface);
    white-space: pre-line;
  }
  .said {
    border-inline-start: 6px double var(--_c);
  }
  dialog {
    width: min(30rem, 92vw);
    margin: auto;
    padding: calc(var(--_s) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
    color: inherit;
  }
  dialog p {
    margin-block: 10px;
    text-wrap: pretty;
  }
  ::backdrop {
    background: rgb(9 9 14 / 0.6);
  }
`;
