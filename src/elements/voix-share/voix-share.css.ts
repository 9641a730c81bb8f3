import { css } from 'lit';

export const panel = css`
  :host {
    container: voix-share / inline-size;
  }
  section {
    display: grid;
    max-width: 44rem;
    gap: var(--_s) calc(var(--_s) * 1.5);
    padding: calc(var(--_s) * 1.25);
    border-radius: var(--_r);
    background: var(--_sunk);
  }
  h3 {
    font-size: min(var(--_l), 9vw);
    margin: 0;
  }
  .ways {
    display: grid;
    gap: var(--_s);
    align-content: start;
    min-width: 0;
  }
  label {
    display: block;
    margin-bottom: 4px;
    font-size: var(--_xs);
    color: var(--_muted);
  }
  input {
    width: 100%;
    border-color: var(--_muted);
    background: var(--_surface);
    font-weight: 400;
    color: inherit;
    text-overflow: ellipsis;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .keys button {
    flex: 1 1 auto;
    padding-inline: min(1em, 5vw);
    background: var(--_surface);
  }
  .keys .main {
    background: var(--_c);
  }
  .said {
    min-height: 1.4em;
    font-weight: 600;
    color: var(--_link);
    text-wrap: pretty;
  }
  .said:empty {
    display: none;
  }
  figure {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s);
    align-items: center;
    text-wrap: pretty;
  }
  figcaption {
    flex: 1 1 7em;
  }
  svg {
    flex: none;
    width: 112px;
    height: 112px;
    border-radius: calc(var(--_r) * 0.6);
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
  }
  iframe {
    position: absolute;
    width: 1px;
    height: 1px;
    border: 0;
    clip-path: inset(50%);
  }
  [role='status'] {
    position: absolute;
    clip-path: inset(50%);
  }
  @container voix-share (width >= 36rem) {
    section {
      grid-template-columns: minmax(0, 1fr) 168px;
      padding: calc(var(--_s) * 1.5);
    }
    h3 {
      grid-column: 1 / 3;
    }
    figure {
      display: block;
    }
    svg {
      width: 168px;
      height: 168px;
      margin-bottom: 8px;
    }
    .keys button {
      flex: 0 1 auto;
    }
  }
  @media (forced-colors: active) {
    section {
      border: 1px solid;
    }
  }
`;
