import { css } from 'lit';

/** Joins the sheet of the whole election. */
export const surroundings = css`
  voix-president,
  voix-proclamation,
  voix-receipt,
  .stand,
  .talk,
  .rules {
    margin-top: calc(var(--_s) * 1.5);
  }
  .stand {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s) calc(var(--_s) * 2);
    align-items: center;
    justify-content: space-between;
    padding: calc(var(--_s) * 1.5);
    border-radius: var(--_r);
    background: var(--_sunk);
  }
  .stand h3 {
    margin: 0;
    font-size: var(--_xl);
    line-height: 1.1;
    letter-spacing: -0.02em;
  }
  .stand p {
    margin-top: 6px;
    max-width: 44ch;
    text-wrap: pretty;
  }
  .talk {
    display: grid;
    gap: calc(var(--_s) * 2.5);
    padding-top: calc(var(--_s) * 2);
    border-top: 1px solid var(--_line);
  }
  .asks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    align-items: center;
    justify-self: start;
  }
  .asks[slot] {
    min-height: 48px;
  }
  .ask {
    min-height: 44px;
    padding: 0;
    border: 0;
    font-weight: 400;
    text-align: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .rules summary {
    display: inline-block;
    min-height: 44px;
    padding-block: 10px;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
    unicode-bidi: normal;
  }
  .rules voix-rules {
    margin-top: var(--_s);
  }
  button.own {
    margin-top: calc(var(--_s) * 1.5);
  }
  dialog {
    width: min(44rem, 100vw);
    max-width: none;
    height: fit-content;
    max-height: min(100dvh, 60rem);
    margin: auto;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
    color: inherit;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: #09090e99;
  }
  .who {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_s);
    align-items: center;
    padding: var(--_s);
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }
  .who .portrait {
    width: 56px;
    aspect-ratio: 1;
    border-radius: calc(var(--_r) * 0.6);
  }
  .who h2 {
    flex: 1 6em;
    margin: 0;
    max-width: none;
    font-size: var(--_l);
  }
  .said {
    display: grid;
    gap: calc(var(--_s) * 2);
    padding: calc(var(--_s) * 1.5) var(--_s) calc(var(--_s) * 2);
  }
  /* As tall as the vote button. */
  @container (width >= 34rem) {
    .asks[slot] {
      min-height: 58px;
    }
  }
  @container (width >= 60rem) {
    .talk {
      grid-template-columns: minmax(0, 1fr) 21rem;
      gap: calc(var(--_s) * 3);
    }
  }
  @media (width < 34rem) {
    dialog {
      width: 100vw;
      height: 100dvh;
      max-height: none;
      border: 0;
      border-radius: 0;
    }
  }
`;
