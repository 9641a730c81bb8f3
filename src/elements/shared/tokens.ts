import { css } from 'lit';

/**
 * What a brand may set, on any ancestor:
 * `--voix-colour` (the brand's), `--voix-radius`, `--voix-size` (body type), `--voix-space` (rhythm).
 * Everything else is derived, once, here. Names that begin with `--_` are ours.
 *
 * - `--_on`: black or white on the brand's colour, whichever has the greater contrast. By WCAG's
 *   formula they are equal (4.58:1) at a relative luminance of 0.179, the Y of CIE XYZ.
 * - `--_ink-brand`: the brand's hue, dark (or light) enough to be read as text on the surface.
 */
export const tokens = css`
  :host {
    --_c: var(--voix-colour, var(--voix-brand, #3d4db7));
    --_k: clamp(0, (0.179 - y) * 1000, 1);
    --_on: color(from var(--_c) xyz-d65 calc(0.9505 * var(--_k)) var(--_k) calc(1.089 * var(--_k)));
    --_surface: light-dark(oklch(from var(--_c) 0.995 0.003 h), oklch(from var(--_c) 0.2 0.012 h));
    --_sunk: light-dark(oklch(from var(--_c) 0.965 0.012 h), oklch(from var(--_c) 0.26 0.018 h));
    --_line: light-dark(oklch(from var(--_c) 0.88 0.016 h), oklch(from var(--_c) 0.38 0.02 h));
    --_ink: light-dark(oklch(from var(--_c) 0.22 0.025 h), oklch(from var(--_c) 0.95 0.008 h));
    --_muted: light-dark(oklch(from var(--_c) 0.45 0.025 h), oklch(from var(--_c) 0.76 0.02 h));
    --_ink-brand: light-dark(oklch(from var(--_c) min(l, 0.47) c h), oklch(from var(--_c) max(l, 0.8) c h));
    --_bar: light-dark(oklch(from var(--_c) min(l, 0.72) c h), oklch(from var(--_c) max(l, 0.55) c h));
    --_tint: color-mix(in oklab, var(--_bar) 42%, var(--_sunk));
    --_r: var(--voix-radius, 10px);
    --_s: var(--voix-space, 16px);
    --_m: var(--voix-size, 1rem);
    --_xs: calc(var(--_m) * 0.8125);
    --_sm: calc(var(--_m) * 0.9375);
    --_l: calc(var(--_m) * 1.25);
    --_xl: calc(var(--_m) * 1.875);
    display: block;
    font-size: var(--_m);
    line-height: 1.45;
    color: var(--_ink);
    text-align: start;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  figure,
  blockquote {
    margin: 0;
    padding: 0;
  }
  button,
  input {
    font: inherit;
    color: inherit;
  }
  button,
  summary {
    cursor: pointer;
    min-block-size: 28px;
  }
  :focus-visible {
    outline: 3px solid var(--_ink-brand);
    outline-offset: 2px;
  }
  .muted {
    color: var(--_muted);
    font-size: var(--_sm);
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: none;
    padding: 0.25em 0.75em;
    font-size: var(--_sm);
    color: var(--_ink-brand);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .portrait {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 4 / 5;
    object-fit: cover;
    background: var(--_sunk);
  }
`;
