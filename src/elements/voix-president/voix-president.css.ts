import { css } from 'lit';

/** A civic dossier: one column to be read, a thread of dates, a slip for the brand's answer. */
export const dossier = css`
  :host {
    display: grid;
    gap: calc(var(--_s) * 2.5);
    container-type: inline-size;
  }
  [role='status'] {
    position: absolute;
    clip-path: inset(50%);
  }
  section {
    display: grid;
    gap: var(--_s);
    align-content: start;
  }
  h3 {
    font-size: min(var(--_l), 9cqi);
    letter-spacing: -0.01em;
  }
  h4 {
    font-size: var(--_m);
    line-height: 1.25;
  }
  p,
  blockquote {
    max-inline-size: 62ch;
    text-wrap: pretty;
  }
  button {
    justify-self: start;
    cursor: pointer;
  }
  .quiet {
    min-height: 44px;
    padding-inline: 0;
    border: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  a {
    display: inline-block;
    padding-block: 0.7em;
    font-weight: 600;
    color: var(--_link);
  }
  .share {
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_s);
    align-items: center;
    margin-block-start: calc(var(--_s) * -1.5);
  }
  .share label {
    flex-basis: 100%;
  }
  .share input {
    flex: 1;
    min-inline-size: 0;
    font-weight: 400;
  }
  .head,
  .term p {
    display: flex;
    flex-wrap: wrap;
    gap: 4px calc(var(--_s) * 1.5);
    align-items: baseline;
    justify-content: space-between;
    max-inline-size: none;
  }
  .term b {
    font-variant-numeric: tabular-nums;
  }
  .track {
    block-size: 6px;
    border-radius: 3px;
    background: var(--_sunk);
    overflow: hidden;
  }
  .track i {
    display: block;
    block-size: 100%;
    background: var(--_c);
  }
  /* The brand's answer is a slip of paper, torn off at its head; an answer that does not come leaves it empty. */
  .answer {
    padding: calc(var(--_s) * 1.5);
    border: 1px solid var(--_line);
    border-block-start: 4px solid var(--_c);
    border-radius: var(--_r);
    background: var(--_surface);
  }
  .answer blockquote {
    display: grid;
    gap: 0.6em;
    font-size: var(--_l);
    line-height: 1.35;
  }
  .excused,
  .refused {
    border-block-start-color: var(--_line);
    background: var(--_sunk);
  }
  .silent {
    border: 2px dashed var(--_muted);
    background: none;
  }
  .silent h3 {
    font-size: min(var(--_xl), 10cqi);
    line-height: 1.1;
    letter-spacing: -0.02em;
  }
  .dates {
    display: grid;
  }
  .dates li {
    position: relative;
    display: grid;
    gap: 4px;
    padding-inline-start: calc(var(--_s) * 2);
    padding-block-end: calc(var(--_s) * 2);
  }
  .dates li:last-child {
    padding-block-end: 0;
  }
  /* The thread, and a knot for each date. */
  .dates li::before {
    content: '';
    position: absolute;
    inset-inline-start: 7px;
    inset-block: 0.6em -0.6em;
    border-inline-start: 2px solid var(--_line);
  }
  .dates li:last-child::before {
    display: none;
  }
  .dates li::after {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.15em;
    inline-size: 16px;
    block-size: 16px;
    border: 2px solid var(--_link);
    border-radius: 50%;
    background: var(--_surface);
  }
  .dates .kept::after {
    background: var(--_link);
  }
  .dates .due::after {
    border-style: dashed;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.8em;
    font-size: var(--_xs);
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
  .state {
    font-weight: 700;
    color: var(--_link);
  }
  .due .state {
    color: var(--_ink);
  }
  .dates h4 {
    font-size: var(--_l);
  }
  .said span {
    display: block;
  }
  .said {
    margin-block-start: 4px;
  }
  .report {
    display: grid;
    gap: var(--_s);
    padding-block-start: var(--_s);
    border-block-start: 1px solid var(--_line);
  }
  .report .text,
  .report .text div,
  .handover div {
    display: grid;
    gap: 0.6em;
    align-content: start;
  }
  .report h4 {
    font-size: var(--_l);
  }
  .pictures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
    gap: 8px;
    align-content: start;
  }
  .pictures img {
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: calc(var(--_r) * 0.6);
    background: var(--_sunk);
  }
  .dues {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
    gap: calc(var(--_s) * 2);
  }
  .dues ul {
    display: grid;
  }
  .dues li {
    padding-block: 0.6em;
    border-block-start: 1px solid var(--_line);
  }
  .figure {
    display: block;
    font-size: calc(var(--_xl) * 1.35);
    line-height: 1.05;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .handover {
    padding: calc(var(--_s) * 1.5);
    border-radius: var(--_r);
    background: var(--_sunk);
  }
  @container (min-width: 44rem) {
    .report {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
    .report:not(:has(.pictures)) {
      grid-template-columns: 1fr;
    }
    .dates li {
      grid-template-columns: 13rem minmax(0, 1fr);
      gap: 0 calc(var(--_s) * 1.5);
    }
    .dates li > * {
      grid-column: 2;
    }
    .dates .when {
      grid-column: 1;
      grid-row: 1 / span 6;
      flex-direction: column;
    }
  }
  @media (forced-colors: active) {
    .track,
    .handover {
      border: 1px solid;
    }
    .track i,
    .dates .kept::after {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
