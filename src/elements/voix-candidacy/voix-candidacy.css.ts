import { css } from 'lit';

/** A declaration on paper: ruled, one question under the other, the card beside it where there is room. */
export const sheet = css`
  :host {
    container: voix / inline-size;
  }
  .sheet {
    max-width: 64rem;
    text-wrap: pretty;
  }
  header {
    margin-bottom: calc(var(--_s) * 1.5);
    padding-bottom: var(--_s);
    border-bottom: 2px solid;
  }
  header p {
    max-width: 44em;
  }
  h2 {
    margin-bottom: 6px;
    font-size: min(var(--_xl), 11cqi);
    line-height: 1.1;
    letter-spacing: -0.015em;
  }
  .until {
    margin-top: 8px;
    font-weight: 600;
  }
  .both,
  .fields,
  .end {
    display: grid;
    gap: calc(var(--_s) * 1.5);
    align-content: start;
  }
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
  :host {
    --_bad: light-dark(#b3261e, #ffb4ab);
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
  .kept::before {
    content: '✓ ' / '';
    font-weight: 700;
  }
  .kept {
    color: var(--_link);
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
  .share {
    margin-top: calc(var(--_s) * 1.5);
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    margin-top: 10px;
  }
  .button {
    position: relative;
    display: inline-grid;
    place-items: center;
    min-height: 48px;
    padding: 0.5em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    color: var(--_link);
    cursor: pointer;
  }
  .button:focus-within {
    outline: 3px solid var(--_link);
    outline-offset: 2px;
  }
  .file {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .upload:not(:empty) {
    margin-top: 10px;
  }
  .sending {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 12px;
    align-items: center;
    font-variant-numeric: tabular-nums;
  }
  progress {
    width: 100%;
    accent-color: var(--_link);
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 15rem) minmax(11rem, 1fr);
    gap: var(--_s) calc(var(--_s) * 1.5);
    align-items: center;
    margin-top: 10px;
  }
  canvas {
    display: block;
    width: 100%;
    aspect-ratio: 4 / 5;
    border-radius: calc(var(--_r) * 0.6);
    background: var(--_sunk);
    cursor: crosshair;
    touch-action: manipulation;
  }
  .slides {
    display: grid;
    gap: 12px;
  }
  .slide {
    display: grid;
    font-weight: 400;
  }
  [type='range'] {
    width: 100%;
    min-height: 44px;
    padding: 0;
    accent-color: var(--_link);
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
  .state + .keys {
    margin-top: var(--_s);
  }
  .quiet {
    border: 0;
    padding-inline: 0;
    text-align: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  aside {
    min-width: 0;
  }
  aside .label {
    margin-bottom: 8px;
  }
  .state {
    padding: calc(var(--_s) * 1.25);
    border-inline-start: 6px solid var(--_c);
    border-radius: min(var(--_r), 6px);
    background: var(--_sunk);
  }
  .state h3 {
    margin-bottom: 4px;
  }
  .state h3:focus {
    outline: none;
  }
  .returned {
    border-inline-start-style: double;
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
  /* A preview has nothing to press: no place is kept for it. */
  aside > voix-candidate-card::part(card) {
    row-gap: 0;
  }
  @container voix (width >= 34rem) {
    aside > voix-candidate-card::part(card) {
      grid-template-rows: auto 1fr var(--_s);
    }
  }
  @container voix (width < 26rem) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
    }
    .keys > :is(button, .button):not(.quiet) {
      flex: 1 1 auto;
    }
  }
  @container voix (width >= 46rem) {
    .both {
      grid-template-columns: minmax(0, 1fr) minmax(15rem, 19rem);
      column-gap: calc(var(--_s) * 3);
    }
    aside {
      grid-area: 1 / 2 / span 3 / 3;
    }
    aside > voix-candidate-card {
      position: sticky;
      top: var(--_s);
    }
    .fields,
    .end {
      grid-column: 1;
    }
  }
  @media (forced-colors: active) {
    [aria-invalid='true'] {
      outline: 2px dashed;
    }
  }
`;
