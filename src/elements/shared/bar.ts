import { css } from 'lit';

/** The bar of a count: moved by transform alone, so that a thousand of them lay out nothing. */
export const bar = css`
  .bar {
    --_fill: light-dark(oklch(from var(--_c) min(l, 0.72) c h), oklch(from var(--_c) max(l, 0.55) c h));
    height: 12px;
    overflow: hidden;
    border-radius: min(var(--_r), 6px);
    background: var(--_sunk);
  }
  .bar i {
    display: block;
    height: 100%;
    border-radius: inherit;
    background: color-mix(in oklab, var(--_fill) 42%, var(--_sunk));
    transform: scaleX(var(--_share, 0));
    transform-origin: 0 0;
    transition: transform 0.4s ease-out;
  }
  .first .bar i {
    background: var(--_fill);
  }
  :dir(rtl) .bar i {
    transform-origin: 100% 0;
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid;
    }
    .bar i {
      background: Highlight !important;
      forced-color-adjust: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar i {
      transition: none;
    }
  }
`;
