import { css } from 'lit';

/** The house from above, then its members. */
export const house = css`
  :host {
    display: grid;
    gap: calc(var(--_s) * 2);
    container-type: inline-size;
  }
  .head {
    display: grid;
    gap: 6px;
  }
  .house-above {
    gap: var(--_s);
    justify-items: center;
    text-align: center;
  }
  .head p {
    font-variant-numeric: tabular-nums;
  }
  h2 {
    font-size: min(var(--_xl), 11cqi);
    letter-spacing: -0.02em;
  }
  .house {
    position: relative;
    inline-size: min(100%, 26rem);
    aspect-ratio: 2 / 1.06;
    margin-block-end: 8px;
  }
  .house i {
    position: absolute;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--_c);
    outline: 1px solid var(--_line);
    translate: -50% -50%;
  }
  .house:dir(rtl) i {
    translate: 50% -50%;
  }
  .place {
    display: block;
  }
  .members {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
    gap: calc(var(--_s) * 1.25);
  }
  li.own {
    position: relative;
    display: grid;
    grid-template-columns: 112px minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    contain: layout style;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
  }
  .face {
    position: relative;
    overflow: hidden;
  }
  .face .portrait {
    block-size: 100%;
  }
  /* The sash, as the proclamation has it. */
  .face::after {
    content: '';
    position: absolute;
    inset-inline: -20%;
    inset-block-start: 70%;
    block-size: 13%;
    background: var(--_c);
    border-block: 2px solid var(--_on);
    outline: 3px solid var(--_c);
    rotate: -28deg;
  }
  .who {
    display: grid;
    gap: 4px;
    align-content: center;
    padding: 12px var(--_s);
    background: var(--_c);
    color: var(--_on);
  }
  h3 a {
    display: block;
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
    text-underline-offset: 0.15em;
  }
  li.own:has(a:focus-visible) {
    outline: 3px solid var(--_link);
    outline-offset: 2px;
  }
  h3 a:focus-visible {
    outline: none;
  }
  .agenda {
    grid-column: 1 / -1;
    display: grid;
    gap: 6px;
    align-content: start;
    padding: 12px var(--_s) var(--_s);
  }
  .agenda h4 {
    font-size: var(--_xs);
    font-weight: 400;
    color: var(--_muted);
  }
  .agenda li {
    display: grid;
    grid-template-columns: 4.6em minmax(0, 1fr);
    gap: 0 0.8em;
  }
  .agenda time {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    color: var(--_link);
  }
  .stands {
    margin-block-start: 6px;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_line);
    text-wrap: pretty;
  }
  .empty {
    padding: calc(var(--_s) * 1.5);
    border: 2px dashed var(--_line);
    border-radius: var(--_r);
  }
  .empty button {
    margin-block-start: var(--_s);
  }
  /* Letters twice as large on a phone: the name has the whole width. */
  @container (max-width: 14rem) {
    li.own {
      grid-template-columns: minmax(0, 1fr);
    }
    .face {
      aspect-ratio: 1;
    }
    .agenda li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .house i {
      border: 1px solid;
    }
    .who {
      border-block-end: 1px solid;
    }
  }
`;
