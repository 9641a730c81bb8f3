import { css } from 'lit';

/** A wall of posters: each in its brand's colour, all of one height in a row. */
export const wall = css`
  :host {
    display: grid;
    gap: calc(var(--_s) * 1.5);
    container-type: inline-size;
  }
  .find {
    display: grid;
    gap: var(--_s);
  }
  [type='search'] {
    inline-size: 100%;
    font-weight: 400;
    color: var(--_ink);
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    min-inline-size: 0;
    border: 0;
  }
  legend {
    padding-block-end: 8px;
    font-size: var(--_xs);
    color: var(--_muted);
  }
  label {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    min-height: 44px;
    padding-inline: min(1em, 5cqi);
    border: 1px solid var(--_line);
    border-radius: 22px;
    font-weight: 600;
    line-height: 1.2;
    color: var(--_link);
    cursor: pointer;
  }
  label small {
    margin-inline-start: 0.5em;
    font-size: var(--_xs);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  [type='radio'] {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  label:has(:checked) {
    border-color: var(--_link);
    background: var(--_link);
    color: var(--_surface);
  }
  label:has(:focus-visible) {
    outline: 3px solid var(--_link);
    outline-offset: 2px;
  }
  .wall {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
    gap: calc(var(--_s) * 1.25);
  }
  li {
    position: relative;
    display: grid;
    grid-template-rows: auto 1fr;
    contain: layout style;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
  }
  .band {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    align-items: center;
    padding: 8px 12px;
    background: var(--_c);
    color: var(--_on);
  }
  .band b {
    flex: 1 5em;
    font-size: min(var(--_l), 11cqi);
    line-height: 1.15;
    letter-spacing: -0.01em;
  }
  .logo {
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    padding: 4px;
    border-radius: calc(var(--_r) * 0.5);
    background: #fff;
    object-fit: contain;
  }
  .phase {
    flex: none;
    font-size: var(--_xs);
    font-weight: 600;
  }
  .words {
    display: grid;
    grid-template-rows: 1fr auto auto auto;
    gap: 10px;
    padding: var(--_s);
  }
  h3 a {
    color: inherit;
    text-decoration: none;
  }
  h3 a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  h3 a:hover {
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.15em;
  }
  li:has(a:focus-visible) {
    outline: 3px solid var(--_link);
    outline-offset: 2px;
  }
  h3 a:focus-visible {
    outline: none;
  }
  .line {
    display: flex;
    gap: 3px;
    align-items: center;
    block-size: 10px;
  }
  .line i {
    flex: 1;
    block-size: 4px;
    border-radius: 2px;
    background: var(--_sunk);
    outline: 1px solid var(--_line);
    outline-offset: -1px;
  }
  .line .past {
    background: color-mix(in oklab, var(--_link) 45%, var(--_surface));
    outline: 0;
  }
  .line .now {
    flex: 1.6;
    block-size: 10px;
    border-radius: 5px;
    background: var(--_link);
    outline: 0;
  }
  .when {
    font-size: var(--_xs);
    text-wrap: pretty;
  }
  .people {
    display: grid;
    gap: 8px;
    align-content: start;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_line);
  }
  .leader {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
  }
  .leader span {
    display: block;
  }
  .face {
    flex: none;
    inline-size: 48px;
    overflow: hidden;
    border-radius: calc(var(--_r) * 0.5);
  }
  .wall + button {
    justify-self: start;
    cursor: pointer;
  }
  .empty {
    display: grid;
    gap: var(--_s);
    justify-items: start;
    padding: calc(var(--_s) * 1.5);
    border: 2px dashed var(--_line);
    border-radius: var(--_r);
  }
  /* The place of who leads is kept where nobody does yet: the lines of a row stand level. */
  @container (min-width: 40rem) {
    .people {
      min-block-size: 6.4em;
    }
  }
  @media (forced-colors: active) {
    .line .now,
    label:has(:checked) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .line .past {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .band {
      border-block-end: 1px solid;
    }
  }
`;
