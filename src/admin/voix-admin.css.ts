import { css } from 'lit';

export const frame = css`
  :host {
    container: admin / inline-size;
    min-height: 100vh;
    background: var(--_surface);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    padding: 10px var(--_s);
    border-bottom: 1px solid var(--_line);
  }
  .top b {
    flex: 1 1 auto;
    font-size: min(var(--_l), 10vw);
    letter-spacing: -0.01em;
  }
  .top .plain {
    padding-inline: 0;
  }
  .top button {
    min-height: 44px;
  }
  .frame {
    display: grid;
  }
  nav {
    min-width: 0;
    padding: 12px var(--_s);
    border-bottom: 1px solid var(--_line);
    background: var(--_sunk);
  }
  nav ul {
    display: flex;
    gap: 2px;
    overflow-x: auto;
    scrollbar-width: thin;
  }
  nav ul + ul {
    margin-top: 4px;
  }
  nav a {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 44px;
    padding: 4px 12px;
    border-radius: min(var(--_r), 10px);
    font-weight: 500;
    text-decoration: none;
    white-space: nowrap;
    color: var(--_ink);
  }
  nav a:hover {
    text-decoration: underline;
  }
  nav [aria-current] {
    background: var(--_surface);
    font-weight: 700;
    box-shadow: inset 0 -3px var(--_link);
  }
  nav .count {
    padding: 0 8px;
    border-radius: 99px;
    background: var(--_link);
    color: var(--_surface);
    font-size: var(--_xs);
    font-weight: 700;
  }
  nav p {
    padding: 8px 12px;
    font-weight: 700;
  }
  main {
    min-width: 0;
    padding: calc(var(--_s) * 1.5) var(--_s);
  }
  .gate {
    display: block;
    max-width: 26rem;
    margin: 8vh auto 0;
    padding: var(--_s);
  }
  [hidden] {
    display: none !important;
  }
  @container admin (width >= 60rem) {
    .frame {
      grid-template-columns: 16rem minmax(0, 1fr);
      min-height: calc(100vh - 61px);
    }
    nav {
      border: 0;
      border-inline-end: 1px solid var(--_line);
    }
    nav ul {
      display: grid;
      overflow: visible;
    }
    nav ul + ul,
    nav p + ul + ul {
      margin-top: 24px;
    }
    nav a {
      white-space: normal;
    }
    nav [aria-current] {
      box-shadow: inset 3px 0 var(--_link);
    }
    nav [aria-current]:dir(rtl) {
      box-shadow: inset -3px 0 var(--_link);
    }
    main {
      padding: calc(var(--_s) * 2);
    }
  }
`;
