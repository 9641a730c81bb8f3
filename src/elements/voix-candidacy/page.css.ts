import { css } from 'lit';

/** A declaration on paper: ruled, one part under the other, the card beside it where there is room. */
export const page = css`
  :host {
    container: voix / inline-size;
    --_bad: light-dark(#b3261e, #ffb4ab);
  }
  .sheet {
    max-width: 64rem;
    text-wrap: pretty;
  }
  header {
    margin-bottom: calc(var(--_s) * 1.5);
    padding-bottom: var(--_s);
    border-bottom: 2px solid;
  }
  header p {
    max-width: 44em;
  }
  h2 {
    margin-bottom: 6px;
    font-size: min(var(--_xl), 11cqi);
    line-height: 1.1;
    letter-spacing: -0.015em;
  }
  .until {
    margin-top: 8px;
    font-weight: 600;
  }
  .both,
  .fields,
  .end {
    display: grid;
    gap: calc(var(--_s) * 1.5);
    align-content: start;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    margin-top: 10px;
  }
  .quiet {
    border: 0;
    padding-inline: 0;
    text-align: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  aside {
    min-width: 0;
  }
  aside .label {
    margin-bottom: 8px;
  }
  /* A preview has nothing to press: no place is kept for it. */
  aside > voix-candidate-card::part(card) {
    row-gap: 0;
  }
  @container voix (width >= 34rem) {
    aside > voix-candidate-card::part(card) {
      grid-template-rows: auto 1fr var(--_s);
    }
  }
  @container voix (width < 26rem) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
    }
    .keys > :is(button, .button):not(.quiet) {
      flex: 1 1 auto;
    }
  }
  @container voix (width >= 46rem) {
    .both {
      grid-template-columns: minmax(0, 1fr) minmax(15rem, 19rem);
      column-gap: calc(var(--_s) * 3);
    }
    aside {
      grid-area: 1 / 2 / span 3 / 3;
    }
    aside > voix-candidate-card {
      position: sticky;
      top: var(--_s);
    }
    .fields,
    .end {
      grid-column: 1;
    }
  }
`;
