import { css } from 'lit';

/**
 * What a brand may set, on any ancestor:
 * `--voix-colour` (the brand's), `--voix-radius`, `--voix-size` (body type), `--voix-space` (rhythm).
 * Everything else is derived, once, here. Names that begin with `--_` are ours.
 *
 * - `--_on`: black or white on the brand's colour, whichever has the greater contrast. By WCAG's
 *   formula they are equal (4.58:1) at a relative luminance of 0.179, the Y of CIE XYZ.
 *   White is XYZ's (0.9505, 1, 1.089); (1, 1, 1) is a cream.
 * - `--_link`: the brand's hue, dark (or light) enough to be read as text on the surface.
 *
 * Each paragraph runs as its own words do, so that a French full stop stays behind its sentence on a page that is read
 * from right to left. `start` would be the paragraph's own, too: texts are aligned by the page's direction.
 */
export const tokens = css`
  :host {
    --_c: var(--voix-colour, var(--voix-brand, #3d4db7));
    --_k: clamp(0, (0.179 - y) * 1000, 1);
    --_on: color(from var(--_c) xyz calc(0.9505 * var(--_k)) var(--_k) calc(1.089 * var(--_k)));
    --_surface: light-dark(#fff, oklch(from var(--_c) 0.2 0.012 h));
    --_ink: light-dark(oklch(from var(--_c) 0.22 0.025 h), oklch(from var(--_c) 0.95 0.01 h));
    --_link: light-dark(oklch(from var(--_c) min(l, 0.47) c h), oklch(from var(--_c) max(l, 0.8) c h));
    --_sunk: color-mix(in oklab, var(--_link) 9%, var(--_surface));
    --_line: color-mix(in oklab, var(--_link) 24%, var(--_surface));
    --_muted: color-mix(in oklab, var(--_ink) 70%, var(--_surface));
    --_r: var(--voix-radius, 10px);
    --_s: var(--voix-space, 16px);
    --_m: var(--voix-size, 1rem);
    --_xs: calc(var(--_m) * 0.8125);
    --_l: calc(var(--_m) * 1.25);
    --_xl: calc(var(--_m) * 1.875);
    display: block;
    font-size: var(--_m);
    line-height: 1.4;
    color: var(--_ink);
    text-align: left;
    text-wrap: balance;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    unicode-bidi: plaintext;
    overflow-wrap: anywhere;
  }
  :host(:dir(rtl)) {
    text-align: right;
  }
  ol,
  ul {
    list-style: none;
  }
  h2,
  h3 {
    font-size: var(--_l);
    line-height: 1.2;
  }
  button,
  input {
    min-height: 48px;
    padding: 0.5em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: none;
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    color: var(--_link);
  }
  .main {
    border-color: var(--_c);
    background: var(--_c);
    color: var(--_on);
  }
  :focus-visible {
    outline: 3px solid var(--_link);
    outline-offset: 2px;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: var(--_xs);
  }
  .portrait {
    display: block;
    width: 100%;
    aspect-ratio: 0.8;
    object-fit: cover;
    background: var(--_sunk);
  }
  /* Head and shoulders, where there is no photo. One that is cut out stands on the ground alone. */
  div.portrait {
    background-image:
      radial-gradient(circle at 50% 42%, var(--_line) 20%, #0000 20.5%),
      radial-gradient(circle at 50% 105%, var(--_line) 40%, #0000 40.5%);
  }
`;
