import { css } from 'lit';

/** The forms in which customers and candidates say something. */
export const sayingStyles = css`
  .paper {
    display: grid;
    gap: var(--_s);
    padding: calc(var(--_s) * 1.25);
    border: 1px solid var(--_line);
    border-block-start: 6px solid var(--_c);
    border-radius: var(--_r);
    background: var(--_surface);
  }
  .field {
    display: grid;
    gap: 4px;
    align-content: start;
    min-inline-size: 0;
  }
  label {
    font-weight: 600;
  }
  textarea,
  select,
  .field input {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.6em 0.75em;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_r) * 0.6);
    background: var(--_surface);
    font: inherit;
    font-weight: 400;
    color: var(--_ink);
  }
  select {
    unicode-bidi: normal;
  }
  @media (forced-colors: active) {
    [aria-invalid='true'] {
      outline: 2px dashed;
    }
  }
  textarea {
    resize: vertical;
    line-height: 1.45;
  }
  :host {
    --_bad: light-dark(#b3261e, #ffb4ab);
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_bad);
  }
  .fault {
    font-weight: 600;
    color: var(--_bad);
  }
  .fault:empty {
    display: none;
  }
  .fault::before {
    content: '✕ ' / '';
  }
  .count {
    justify-self: end;
    font-variant-numeric: tabular-nums;
  }
  .count:not([data-near]) {
    opacity: 0.85;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_s);
    align-items: center;
  }
  button {
    cursor: pointer;
  }
  .quiet {
    min-height: 44px;
    padding: 0;
    border: 0;
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  time {
    font-weight: 400;
  }
  [role='status'] {
    position: absolute;
    clip-path: inset(50%);
  }
`;
