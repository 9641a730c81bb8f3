import { css } from 'lit';

/** A slip torn off the ballot: tinted paper, its upper edge perforated. */
export const slip = css`
  :host {
    container: voix-receipt / inline-size;
  }
  .slip {
    padding: calc(var(--_s) * 1.75) calc(var(--_s) * 1.5) calc(var(--_s) * 1.5);
    border-radius: 0 0 var(--_r) var(--_r);
    background: var(--_sunk);
    mask: radial-gradient(circle at 50% 0, #0000 4px, #000 4.6px) 50% 0 / 16px 100%;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--_s);
    align-items: baseline;
    justify-content: space-between;
  }
  .head {
    margin-bottom: calc(var(--_s) * 1.25);
  }
  .code {
    display: block;
    margin-top: 2px;
    font:
      600 min(calc(var(--_xl) * 1.25), 14cqi) / 1.1 ui-monospace,
      'Cascadia Mono',
      Menlo,
      monospace;
    font-variant-numeric: tabular-nums slashed-zero;
    letter-spacing: -0.02em;
    user-select: all;
  }
  .code.old {
    text-decoration: line-through;
    text-decoration-thickness: 2px;
  }
  .parts {
    display: grid;
    gap: calc(var(--_s) * 1.25) calc(var(--_s) * 2.5);
  }
  dl,
  .parts,
  .deeds,
  .cut {
    margin-top: calc(var(--_s) * 1.25);
  }
  .parts > dl,
  .parts > div {
    margin-top: 0;
  }
  dl > div {
    display: grid;
    grid-template-columns: 5.5em 1fr;
    gap: 2px 12px;
    padding-block: 8px;
    border-top: 1px solid var(--_line);
  }
  dt {
    color: var(--_muted);
  }
  dd b {
    display: block;
  }
  dd p + p:not(.good + p, .bad + p),
  dd .bad + .good,
  dd p + .bad {
    margin-top: 4px;
  }
  .good::before,
  .bad::before {
    content: '✓ ' / '';
    font-weight: 700;
  }
  .bad::before {
    content: '✕ ' / '';
  }
  .good,
  .bad {
    font-weight: 600;
  }
  .good {
    color: var(--_link);
  }
  h4 {
    font-size: var(--_m);
  }
  .limits p + h4 {
    margin-top: var(--_s);
  }
  .limits p,
  dd {
    text-wrap: pretty;
  }
  .limits p + p {
    margin-top: 8px;
  }
  .cut {
    padding-top: var(--_s);
    border-top: 2px dashed var(--_line);
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .cut > .deeds {
    margin-top: 0;
  }
  .deeds button {
    flex: 1 1 auto;
    padding-inline: min(1em, 5vw);
    background: var(--_surface);
  }
  .deeds .main {
    background: var(--_c);
  }
  a {
    display: inline-block;
    padding-block: 8px;
    color: var(--_link);
    text-underline-offset: 0.2em;
  }
  .quiet {
    min-height: 40px;
    padding: 0.25em 0;
    border: 0;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_s) * 1.5);
    align-items: baseline;
    margin-top: calc(var(--_s) / 2);
  }
  [role='status'],
  iframe {
    position: absolute;
    clip-path: inset(50%);
  }
  iframe {
    width: 1px;
    height: 1px;
    border: 0;
  }
  label {
    display: block;
    font-weight: 600;
  }
  label + input {
    display: block;
    width: 100%;
    margin-block: 8px;
    border-color: var(--_muted);
    background: var(--_surface);
    font-weight: 400;
    color: inherit;
  }
  @container voix-receipt (width < 20em) {
    dl > div {
      grid-template-columns: 1fr;
    }
    .slip {
      padding-inline: var(--_s);
    }
  }
  @container voix-receipt (width >= 46em) {
    .slip {
      padding-inline: calc(var(--_s) * 2);
    }
    .parts {
      grid-template-columns: 1.1fr 1fr;
      align-items: start;
    }
    .code {
      font-size: calc(var(--_xl) * 1.6);
    }
    .deeds button {
      flex: 0 1 auto;
    }
  }
  @media (forced-colors: active) {
    .slip {
      border: 1px solid;
      mask: none;
    }
  }
  @media print {
    .deeds,
    .ways {
      display: none;
    }
  }
`;
