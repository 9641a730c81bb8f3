import { css } from 'lit';

/**
 * For a part in another brand's colour than its host's: inside `.own` everything that `tokens` derives is derived
 * anew from `--_own`.
 */
export const ownColour = css`
  .own {
    --_c: var(--_own, var(--voix-colour, var(--voix-brand, #3d4db7)));
    --_k: clamp(0, (0.179 - y) * 1000, 1);
    --_on: color(from var(--_c) xyz calc(0.9505 * var(--_k)) var(--_k) calc(1.089 * var(--_k)));
    --_surface: light-dark(#fff, oklch(from var(--_c) 0.2 0.012 h));
    --_ink: light-dark(oklch(from var(--_c) 0.22 0.025 h), oklch(from var(--_c) 0.95 0.01 h));
    --_link: light-dark(oklch(from var(--_c) min(l, 0.47) c h), oklch(from var(--_c) max(l, 0.8) c h));
    --_sunk: color-mix(in oklab, var(--_link) 9%, var(--_surface));
    --_line: color-mix(in oklab, var(--_link) 24%, var(--_surface));
    --_muted: color-mix(in oklab, var(--_ink) 70%, var(--_surface));
    color: var(--_ink);
  }
`;

/** A brand's colour for `.own`, as a declaration; nothing where it is no colour. */
export const own = (colour: string | undefined): string =>
  /^#[0-9a-f]{6}$/i.test(colour ?? '') ? `--_own:${colour}` : '';
