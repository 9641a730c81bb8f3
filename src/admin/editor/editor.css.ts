import { css } from 'lit';

export const editorStyle = css`
  :host {
    container: desk / inline-size;
  }
  .desk,
  .fields,
  section {
    display: grid;
    gap: var(--_s);
    min-width: 0;
  }
  .fields {
    gap: calc(var(--_s) * 2);
    align-content: start;
  }
  section {
    align-content: start;
    padding-top: var(--_s);
    border-top: 1px solid var(--_line);
  }
  section > * {
    min-width: 0;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: var(--_s);
    align-items: start;
  }
  /* Labels, fields and hints of a row each stand on a line of their own, however long a neighbour's label is. */
  .two > .field,
  .two > .colour,
  .colour > .field {
    display: grid;
    grid-template-rows: subgrid;
    grid-row: span 3;
    row-gap: 4px;
  }
  .two > * > label {
    align-self: end;
  }
  .picture {
    display: grid;
    gap: 10px;
  }
  .colour > * {
    grid-column: 1;
  }
  .colour > .field {
    grid-row: 1 / -1;
  }
  .colour > .field > label {
    align-self: end;
  }
  .colour input[type='color'] {
    grid-row: 2;
    /* The value is read from the left on every page. */
    place-self: center right;
    margin-right: 6px;
    width: 36px;
    min-height: 0;
    height: 32px;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .lock::before {
    content: '';
    display: inline-block;
    width: 0.62em;
    height: 0.55em;
    flex: none;
    border-radius: 2px;
    background: currentcolor;
    box-shadow:
      inset 0 0 0 0 #0000,
      0 -0.28em 0 -0.1em currentcolor;
  }
  .lock {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .lock::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
  .check + .lock {
    margin-block-start: -6px;
  }
  details.paper > :not(summary) {
    margin-top: var(--_s);
  }
  summary {
    min-height: 32px;
    align-content: center;
    font-weight: 600;
    cursor: pointer;
  }
  .amendments li {
    padding-block: 8px;
    border-top: 1px solid var(--_line);
  }
  .amendments li p + p {
    color: var(--_muted);
  }
  .save {
    position: sticky;
    bottom: 0;
    z-index: 1;
    display: grid;
    gap: 8px;
    padding-block: 12px;
    border-top: 2px solid var(--_link);
    background: var(--_surface);
  }
  .conflict {
    display: grid;
    gap: 8px;
    border-color: var(--_bad);
  }
  .preview {
    display: grid;
    gap: 8px;
    align-content: start;
    min-width: 0;
  }
  .preview h3 {
    flex: 1 0 100%;
  }
  .preview button {
    min-height: 36px;
    padding-block: 0;
    font-size: var(--_xs);
  }
  .preview [aria-pressed='true'] {
    border-color: var(--_link);
    background: var(--_sunk);
  }
  .window {
    overflow: auto;
    max-width: 26rem;
    max-height: 46rem;
    border: 1px solid var(--_line);
    border-radius: 20px;
    background: light-dark(#fff, #14151a);
    overscroll-behavior: contain;
  }
  .page {
    padding: 20px 16px;
  }
  .window.wide {
    max-width: 100%;
    border-radius: var(--_r);
  }
  .wide .page {
    width: 1120px;
    padding: 32px;
    zoom: 0.55;
  }
  @container desk (width >= 54rem) {
    .desk {
      grid-template-columns: minmax(0, 1fr) 23rem;
      gap: calc(var(--_s) * 2);
    }
    .desk:has(.wide) {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr);
    }
    .preview {
      position: sticky;
      top: var(--_s);
      align-self: start;
    }
    .window {
      max-height: calc(100vh - 8rem);
    }
  }
`;
