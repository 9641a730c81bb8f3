import { css } from 'lit';

/** What one answers, how much of it there may be, and what is wrong with it. */
export const fields = css`
  label,
  .label,
  legend {
    font-weight: 600;
  }
  i {
    font-style: normal;
    font-weight: 400;
  }
  .field > :is(input, textarea) {
    width: 100%;
    margin-top: 6px;
    padding: 0.6em 0.75em;
    border: 1px solid var(--_muted);
    border-radius: min(var(--_r), 10px);
    background: var(--_surface);
    font: inherit;
    line-height: 1.4;
    color: inherit;
  }
  textarea {
    display: block;
    field-sizing: content;
    min-height: 11em;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_bad) !important;
  }
  .under {
    display: flex;
    gap: 4px 12px;
    justify-content: space-between;
    min-height: 0;
  }
  .count {
    margin-inline-start: auto;
    padding-top: 4px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .fault {
    padding-top: 4px;
    font-weight: 600;
    color: var(--_bad);
    text-wrap: pretty;
  }
  .fault::before {
    content: '✕ ' / '';
  }
  fieldset {
    min-width: 0;
    padding: var(--_s);
    border: 1px solid var(--_line);
    border-radius: var(--_r);
  }
  .field > fieldset {
    margin-top: 10px;
  }
  legend {
    padding-inline: 6px;
    margin-inline-start: -6px;
  }
  .consent {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 0 12px;
    padding-block: 10px;
  }
  .consent label {
    font-weight: 400;
    text-wrap: pretty;
    cursor: pointer;
  }
  .consent .fault {
    grid-column: 2;
  }
  [type='checkbox'] {
    width: 24px;
    min-height: 24px;
    height: 24px;
    accent-color: var(--_link);
  }
  @media (forced-colors: active) {
    [aria-invalid='true'] {
      outline: 2px dashed;
    }
  }
`;
