import { css } from 'lit';

/** What the desk's parts have in common: forms as on paper, tables, tags. */
export const sheet = css`
  :host {
    text-wrap: wrap;
  }
  h1 {
    font-size: min(2em, 10vw);
  }
  h2 {
    font-size: min(var(--_xl), 10vw);
    line-height: 1.15;
    letter-spacing: -0.02em;
  }
  a {
    color: var(--_link);
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s);
    justify-items: start;
  }
  .stack > * {
    max-width: 100%;
  }
  .stack > form {
    width: 100%;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    width: 100%;
  }
  .field > label,
  legend,
  .label {
    font-weight: 600;
  }
  .field > label > span {
    display: inline-block;
    font-weight: 400;
    color: var(--_muted);
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  input:not([type='radio'], [type='checkbox'], [type='color']),
  select,
  textarea {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_muted);
    border-radius: min(var(--_r), 12px);
    background: var(--_surface);
    font: inherit;
    font-weight: 400;
    line-height: 1.4;
    color: var(--_ink);
  }
  textarea {
    display: block;
    min-height: 5.5em;
    field-sizing: content;
    max-height: 60vh;
    resize: vertical;
  }
  textarea + .row {
    margin-block-start: 8px;
  }
  input[type='datetime-local'] {
    font-size: min(1em, 6vw);
  }
  select {
    font-weight: 500;
    unicode-bidi: normal;
    text-overflow: ellipsis;
  }
  input:disabled,
  select:disabled,
  textarea:disabled {
    border-style: dashed;
    background: var(--_sunk);
    opacity: 1;
    color: var(--_muted);
    -webkit-text-fill-color: currentcolor;
  }
  [aria-invalid='true'] {
    border-color: var(--_bad) !important;
    box-shadow: inset 0 0 0 1px var(--_bad);
  }
  :host {
    --_bad: light-dark(#a3260f, #ffab94);
    --_good: light-dark(#14594d, #8fd9c6);
  }
  /* Its marker stands where the page begins its lines. */
  summary {
    unicode-bidi: normal;
  }
  .check {
    display: flex;
    gap: 10px;
    padding-block: calc((44px - 1lh) / 2);
    font-weight: 400;
  }
  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    width: 22px;
    height: 22px;
    min-height: 0;
    margin: calc((1lh - 22px) / 2) 0;
    accent-color: var(--_link);
  }
  button {
    min-height: 44px;
    padding: 0.45em 1em;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.55;
  }
  .stack > .outcome:not(:has(p)) {
    margin-top: calc(-1 * var(--_s));
  }
  .plain {
    padding-inline: 8px;
    border-color: #0000;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  @media (forced-colors: active) {
    .plain {
      border-color: Canvas;
    }
    button[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    button:disabled {
      opacity: 1;
    }
    [aria-invalid='true'] {
      outline: 2px dashed;
    }
    .tag,
    pre {
      outline: 1px solid;
    }
  }
  .bad {
    color: var(--_bad);
    font-weight: 600;
  }
  .good {
    color: var(--_good);
    font-weight: 600;
  }
  .tag {
    display: inline-block;
    padding: 2px 10px;
    border-radius: 99px;
    background: var(--_sunk);
    font-size: var(--_xs);
    font-weight: 600;
    white-space: nowrap;
  }
  .paper {
    width: 100%;
    padding: var(--_s);
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
  }
  .hint {
    font-size: var(--_xs);
    color: var(--_muted);
  }
  .empty {
    padding: calc(var(--_s) * 2);
    border: 2px dashed var(--_line);
    border-radius: var(--_r);
    width: 100%;
    font-size: var(--_l);
  }
  pre {
    overflow: auto;
    white-space: pre-wrap;
    unicode-bidi: plaintext;
    font-family: ui-monospace, monospace;
    font-size: var(--_xs);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 10px 8px;
    border-bottom: 1px solid var(--_line);
    text-align: inherit;
    vertical-align: top;
  }
  th {
    font-size: var(--_xs);
    overflow-wrap: break-word;
    color: var(--_muted);
  }
  .scroll {
    width: 100%;
    overflow-x: auto;
  }
  .scroll th {
    overflow-wrap: normal;
  }
`;
