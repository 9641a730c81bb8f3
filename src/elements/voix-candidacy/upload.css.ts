import { css } from 'lit';

/** How one chooses a file, and what becomes of it: framed, on its way, kept. */
export const upload = css`
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
  .kept::before {
    content: '✓ ' / '';
    font-weight: 700;
  }
  .kept {
    color: var(--_link);
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
`;
