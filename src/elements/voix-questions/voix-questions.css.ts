import { css } from 'lit';

/** Slips that customers lay on a table: how many lie on each, what is asked, and the answer pinned to it. */
export const slips = css`
  :host {
    container-type: inline-size;
  }
  .all {
    display: grid;
    gap: calc(var(--_s) * 1.25);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s);
    align-items: center;
    justify-content: space-between;
  }
  .pair {
    display: grid;
    gap: var(--_s);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_s);
    align-items: end;
  }
  .tools .field {
    flex: 1 1 14em;
  }
  fieldset {
    display: flex;
    min-inline-size: 0;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_r) * 0.6);
  }
  legend {
    position: absolute;
    clip-path: inset(50%);
  }
  fieldset label {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 46px;
    padding-inline: 0.9em;
    text-align: center;
    border-radius: calc(var(--_r) * 0.6 - 1px);
    font-weight: 500;
    color: var(--_link);
    cursor: pointer;
  }
  fieldset label:has(:checked) {
    background: var(--_sunk);
    font-weight: 700;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.35em;
  }
  fieldset label:has(:focus-visible) {
    outline: 3px solid var(--_link);
    outline-offset: 2px;
  }
  fieldset input {
    position: absolute;
    inset: 0;
    min-height: 0;
    opacity: 0;
    cursor: pointer;
  }
  li {
    display: grid;
    grid-template-columns: calc(var(--_xs) * 6) minmax(0, 1fr);
    gap: 0 var(--_s);
    padding-block: var(--_s);
    border-block-end: 1px solid var(--_line);
    contain: layout style;
  }
  li:first-child {
    border-block-start: 1px solid var(--_line);
  }
  .slip {
    display: grid;
    gap: 2px;
    align-content: center;
    justify-items: center;
    align-self: start;
    min-block-size: 76px;
    padding: 6px 2px;
    border: 1.5px solid var(--_link);
    border-radius: calc(var(--_r) * 0.4);
    background: var(--_surface);
  }
  .slip b {
    overflow-wrap: normal;
    font-size: var(--_l);
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
  }
  .slip span {
    font-size: var(--_xs);
    font-weight: 500;
  }
  .slip[aria-pressed='true'] {
    border-color: var(--_c);
    background: var(--_c);
    color: var(--_on);
    rotate: -2deg;
  }
  .slip[aria-pressed='true'] b::before {
    content: '✓ ';
  }
  .slip:disabled {
    border-style: dashed;
    cursor: default;
  }
  .said {
    display: grid;
    gap: 4px;
    justify-items: start;
    align-content: start;
    max-inline-size: 68ch;
  }
  .text {
    font-size: calc(var(--_m) * 1.0625);
    font-weight: 600;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .answer {
    display: grid;
    gap: 6px;
    inline-size: 100%;
    margin-block: 8px 4px;
    padding: calc(var(--_s) * 0.75) var(--_s);
    border-inline-start: 4px solid var(--_c);
    border-radius: 0 calc(var(--_r) * 0.6) calc(var(--_r) * 0.6) 0;
    background: var(--_sunk);
    text-wrap: pretty;
  }
  .answer:dir(rtl) {
    border-radius: calc(var(--_r) * 0.6) 0 0 calc(var(--_r) * 0.6);
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
    font-weight: 600;
    color: var(--_link);
  }
  .answer p + p {
    margin-block-start: 0.6em;
  }
  .note {
    padding: calc(var(--_s) * 1.25);
    border: 2px dashed var(--_line);
    border-radius: var(--_r);
  }
  .small {
    text-wrap: wrap;
  }
  .said .paper {
    inline-size: 100%;
    margin-block: 8px;
  }
  @container (max-width: 26em) {
    li {
      grid-template-columns: calc(var(--_xs) * 5) minmax(0, 1fr);
      gap: 0 12px;
    }
    .slip {
      min-block-size: 64px;
      padding-inline: 0;
    }
    .slip span {
      font-size: calc(var(--_xs) * 0.86);
    }
    fieldset label {
      padding-inline: 0.4em;
      font-size: var(--_xs);
    }
    fieldset,
    .head button {
      inline-size: 100%;
    }
    fieldset label {
      flex: 1;
    }
  }
  /* Letters twice as large on a phone: nothing stands beside anything. */
  @container (max-width: 13em) {
    li {
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }
    .slip {
      display: flex;
      gap: 0.4em;
      align-items: baseline;
      min-block-size: 48px;
      padding: 8px 12px;
    }
    fieldset {
      display: grid;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .slip {
      transition: rotate 150ms;
    }
  }
  @media (forced-colors: active) {
    .slip[aria-pressed='true'],
    fieldset label:has(:checked) {
      border: 3px solid Highlight;
    }
  }
`;
