import { css, html, nothing } from 'lit';
import { standings, type Standing } from '../../model/tally.js';
import { votedFor, type ReadySnapshot } from '../../model/snapshot.js';
import { announce } from '../shared/announce.js';
import { bar } from '../shared/bar.js';
import { define } from '../shared/define.js';
import { figuresOf } from '../shared/figures.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { LeadNews } from './lead-news.js';
import { Rows } from './rows.js';
import type * as Table from './table.js';

/** Stays with the word before it. */
const DOT = '\u00a0·';

/**
 * The leaderboard: an ordered list that draws its own rows, as live as the backend is, with a table
 * for those who read rather than look, and a way to freeze it. What the visitor may not see yet is
 * said in a sentence.
 *
 * @tag voix-results
 * @csspart title - The heading.
 * @csspart list - The ordered list.
 * @csspart portrait - The small photo in a row.
 * @csspart foot - The denominator, the time of the count, the state of the line.
 */
export class VoixResults extends VoixElement {
  static override properties = {
    frozen: { state: true },
    table: { state: true },
  };
  static override styles = [
    tokens,
    bar,
    css`
      h3 {
        margin-bottom: 8px;
      }
      .note {
        padding: var(--_s);
        border: 2px dashed var(--_line);
        border-radius: var(--_r);
      }
      .num {
        font-variant-numeric: tabular-nums;
      }
      li {
        display: grid;
        grid-template-columns: 1.2em 40px minmax(0, 1fr) 3.8em;
        grid-template-rows: auto auto auto;
        gap: 0 0.6em;
        align-items: center;
        padding-block: calc(var(--_s) / 2);
        border-block-end: 1px solid var(--_line);
      }
      /* Of rows that are not drawn yet Firefox tells those nothing who listen: of long lists alone. */
      li:nth-child(n + 30) {
        content-visibility: auto;
        contain-intrinsic-size: auto 70px;
      }
      .portrait {
        grid-row: 1 / 4;
        grid-column: 2;
        border-radius: calc(var(--_r) * 0.5);
      }
      .rank {
        grid-row: 1 / 4;
        color: var(--_muted);
        justify-self: end;
      }
      .name {
        grid-column: 3 / 5;
        font-weight: 600;
        line-height: 1.25;
        unicode-bidi: normal;
      }
      .first .rank {
        color: var(--_link);
        font-weight: 700;
      }
      em {
        display: inline-block;
        padding: 0 0.5em;
        border: 1px solid var(--_link);
        border-radius: calc(var(--_r) * 0.3);
        rotate: -1.5deg;
        font-style: normal;
        font-weight: 500;
        font-size: var(--_xs);
        color: var(--_link);
        background: var(--_surface);
      }
      .bar {
        grid-column: 3;
        grid-row: 2;
      }
      .share {
        white-space: nowrap;
        grid-column: 4;
        grid-row: 2;
        justify-self: end;
      }
      .votes {
        grid-column: 3 / 5;
        grid-row: 3;
        font-size: var(--_xs);
      }
      /* Letters twice as large on a phone: the bar and the share have lines of their own. */
      @container (width < 12rem) {
        li {
          grid-template-columns: 40px minmax(0, 1fr);
        }
        .portrait {
          grid-area: 1 / 1;
        }
        .rank {
          grid-area: 2 / 1 / 5;
          justify-self: center;
        }
        .name,
        .bar,
        .share,
        .votes {
          grid-column: 2;
        }
        .share {
          grid-row: 3;
          justify-self: start;
        }
        .votes {
          grid-row: 4;
        }
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4em 0.8em;
        align-items: center;
        margin-block-start: calc(var(--_s) * 0.75);
        font-size: var(--_xs);
        color: var(--_muted);
      }
      button {
        min-height: 32px;
        padding: 0 0.75em;
      }
      .foot p {
        flex: 1 1 100%;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        text-align: inherit;
      }
      th,
      td {
        padding: 0.4em 0.3em;
        border-block-end: 1px solid var(--_line);
        font-weight: inherit;
        text-align: inherit;
      }
      .live::before {
        content: '';
        display: inline-block;
        margin-inline: 0.35em;
        border: 0.275em solid var(--_link);
        border-radius: 50%;
      }
    `,
  ];

  declare private frozen: ReadySnapshot | undefined;
  /** Draws the table, once somebody has asked for it. */
  declare private table: typeof Table.table | undefined;

  #rows = new Rows();
  #news = new LeadNews();

  protected override slice(): readonly unknown[] {
    const s = this.ready;
    return [s?.election, s?.results, s?.vote, s?.connection];
  }

  protected override render() {
    const s = this.frozen ?? this.ready;
    if (!s) return nothing;
    const { more } = this;
    const { t, lang } = this.language;
    const f = figuresOf(lang);
    const { results, election } = s;
    const heading = html`<h3 part="title">${t.results}</h3>`;
    if (results.hidden)
      return html`${heading}
        <p class="note">${t.hidden[results.hidden]}</p>`;
    if (!more) return heading;
    const line = s.phase === 'voting' ? s.connection : undefined;
    return html`${heading} ${results.ballots ? nothing : html`<p class="note">${more.noBallots}</p>`}
      ${this.table ? this.table(this.#standings(s), s, more, f) : html`<ol part="list" role="list"></ol>`}
      <div class="foot" part="foot">
        <p class="num">
          ${more.ballots(results.ballots, f.number(results.ballots))},
          ${more.countedAt(f.time(s.clock.now(), election.calendar.timeZone))}${
            line ? html`${DOT} <span class=${line}>${more[line]}</span>` : nothing
          }
        </p>
        ${
          line
            ? html`<button type="button" @click=${this.#freeze}>
                ${this.frozen ? more.resume : more.pause}
              </button>`
            : nothing
        }
        <button type="button" aria-pressed=${!!this.table} @click=${this.#toggleTable}>
          ${more.asTable}
        </button>
      </div>`;
  }

  protected override updated(): void {
    const s = this.frozen ?? this.ready;
    const { more } = this;
    if (!s || s.results.hidden || !more) return;
    const rows = this.#standings(s);
    const list = this.renderRoot.querySelector('ol');
    if (list) {
      const candidates = new Map(s.election.candidates.map((candidate) => [candidate.id, candidate]));
      this.#rows.draw(list, rows, candidates, votedFor(s.vote), this.language, more);
    }
    const leader = this.frozen ? undefined : this.#news.of(rows, performance.now());
    const name = s.election.candidates.find(({ id }) => id === leader?.candidate)?.name;
    if (leader && name) announce(more.leads(name, figuresOf(this.language.lang).share(leader.permille)));
  }

  #standings(s: ReadySnapshot): Standing[] {
    return s.results.hidden
      ? []
      : standings(
          s.election.candidates.map(({ id }) => id),
          s.results,
        );
  }

  #freeze(): void {
    this.frozen = this.frozen ? undefined : this.ready;
  }

  async #toggleTable(): Promise<void> {
    const table = this.table ? undefined : (await import('./table.js')).table;
    // Not before: the list is there until the table is.
    this.#rows.stop();
    this.#rows = new Rows();
    this.table = table;
  }
}

define('voix-results', VoixResults);

declare global {
  interface HTMLElementTagNameMap {
    'voix-results': VoixResults;
  }
}
