import { css } from 'lit';

export const layout = css`
  :host {
    container: voix / inline-size;
    min-block-size: 36rem;
    color: var(--_ink);
  }
  .brand {
    display: flex;
    gap: 0.6em;
    align-items: center;
    font-size: var(--_sm);
    font-weight: 600;
  }
  .brand img {
    inline-size: 40px;
    block-size: 40px;
    object-fit: contain;
  }
  h2 {
    margin-block: calc(var(--_s) * 0.6);
    max-inline-size: 24ch;
    font-size: var(--_xl);
    font-weight: 700;
    line-height: 1.1;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  voix-proclamation {
    margin-block: calc(var(--_s) * 2);
  }
  .body {
    display: grid;
    gap: calc(var(--_s) * 2);
    margin-block-start: calc(var(--_s) * 1.5);
  }
  .body h3 {
    font-size: var(--_l);
    font-weight: 650;
    margin-block-end: calc(var(--_s) / 2);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14.5rem), 1fr));
    gap: var(--_s);
    list-style: none;
  }
  .cards voix-candidate-card {
    block-size: 100%;
  }
  input {
    inline-size: 100%;
    min-block-size: 44px;
    margin-block-end: var(--_s);
    padding-inline: 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
  }
  .foot {
    margin-block-start: calc(var(--_s) * 1.5);
    font-size: var(--_xs);
    max-inline-size: 65ch;
  }
  @container voix (width < 34rem) {
    .cards {
      grid-template-columns: 1fr;
    }
  }
  @container voix (width >= 60rem) {
    h2 {
      font-size: calc(var(--_xl) * 1.35);
    }
    .body {
      grid-template-columns: 1fr 21rem;
    }
    voix-results {
      position: sticky;
      inset-block-start: var(--_s);
      align-self: start;
    }
  }
`;
