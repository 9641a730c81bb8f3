import { css } from 'lit';

export const layout = css`
  :host {
    container: voix / inline-size;
    min-height: 36rem;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.6em;
    font-weight: 600;
  }
  .brand img {
    width: 40px;
    height: 40px;
    object-fit: contain;
  }
  h2 {
    margin-block: 10px;
    max-width: 24ch;
    font-size: min(var(--_xl), 12vw);
    line-height: 1.1;
    letter-spacing: -0.02em;
  }
  h3 {
    margin-bottom: 8px;
  }
  .body,
  .body ~ * {
    margin-top: calc(var(--_s) * 1.5);
  }
  .body {
    display: grid;
    gap: calc(var(--_s) * 2);
  }
  /* The button to what is around the vote comes between. */
  .body + p {
    margin-top: calc(48px + var(--_s) * 3);
  }
  .note {
    align-content: center;
    min-height: 12rem;
    padding: calc(var(--_s) * 2);
    border: 2px dashed var(--_line);
    border-radius: var(--_r);
    font-size: var(--_l);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14.5rem), 1fr));
    gap: var(--_s);
  }
  voix-candidate-card {
    height: 100%;
  }
  /* The place of what each of them is asked, and of their address. */
  voix-candidate-card > * {
    min-height: 44px;
  }
  @container (width < 34rem) {
    .cards {
      grid-template-columns: 1fr;
    }
  }
  @container (width >= 60rem) {
    h2 {
      font-size: calc(var(--_xl) * 1.35);
    }
    .body {
      grid-template-columns: 1fr 21rem;
    }
    .people {
      grid-area: 1 / 1;
    }
    voix-results {
      position: sticky;
      top: var(--_s);
      align-self: start;
    }
  }
`;
