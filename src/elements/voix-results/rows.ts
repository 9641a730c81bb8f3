import { html, nothing, render } from 'lit';
import type { MoreMessages } from '../../locales/messages.js';
import type { Candidate, Id } from '../../model/election.js';
import type { Standing } from '../../model/tally.js';
import { figuresOf } from '../shared/figures.js';
import type { Language } from '../shared/localize.js';
import { portrait } from '../shared/portrait.js';
import { shownRank } from './rank.js';

interface Row {
  readonly li: HTMLLIElement;
  /** What it shows. */
  standing?: Standing;
  candidate?: Candidate;
  mine?: boolean;
  lang?: string;
}

/** Places change at most this often, in milliseconds; numbers at once. */
const SETTLE = 1000;
/** Beyond this many rows a change of places is not animated: nobody could follow it. */
const ANIMATED = 60;

/**
 * The rows of a leaderboard, each drawn again only when its own numbers change, and moved when its
 * rank does. Rows are kept by candidate, so that an overtaking is seen as one.
 */
export class Rows {
  #rows = new Map<Id, Row>();
  #order = '';
  #movedAt = -Infinity;
  #later: ReturnType<typeof setTimeout> | undefined;

  draw(
    list: HTMLElement,
    standings: readonly Standing[],
    candidates: ReadonlyMap<Id, Candidate>,
    mine: readonly Id[],
    language: Language,
    more: MoreMessages,
  ): void {
    for (const standing of standings) {
      const candidate = candidates.get(standing.candidate);
      if (candidate) this.#drawRow(standing, candidate, mine.includes(candidate.id), language, more);
    }
    for (const [id, row] of this.#rows) {
      if (!candidates.has(id)) {
        row.li.remove();
        this.#rows.delete(id);
      }
    }
    clearTimeout(this.#later);
    // A list that has just been put on the page is filled at once.
    const wait = list.firstChild ? this.#movedAt + SETTLE - performance.now() : 0;
    if (wait <= 0) this.#move(list, standings);
    else this.#later = setTimeout(() => this.#move(list, standings), wait);
  }

  stop(): void {
    clearTimeout(this.#later);
  }

  #drawRow(
    standing: Standing,
    candidate: Candidate,
    mine: boolean,
    language: Language,
    more: MoreMessages,
  ): void {
    let row = this.#rows.get(candidate.id);
    if (!row) this.#rows.set(candidate.id, (row = { li: document.createElement('li') }));
    const { t, lang } = language;
    const { standing: shown } = row;
    if (
      shown?.votes === standing.votes &&
      shown.permille === standing.permille &&
      shown.rank === standing.rank &&
      row.candidate === candidate &&
      row.mine === mine &&
      row.lang === lang
    )
      return;
    Object.assign(row, { standing, candidate, mine, lang });
    const f = figuresOf(lang);
    row.li.className = `${standing.rank === 1 && standing.votes ? 'first' : ''} ${mine ? 'mine' : ''}`;
    row.li.style.setProperty('--_share', String(standing.permille / 1000));
    render(
      html`<span class="rank num">${shownRank(standing)}</span>${portrait(candidate)}
        <span class="name">${candidate.name} ${mine ? html`<em>${t.yourVote}</em>` : nothing}</span>
        <b class="share num">${f.share(standing.permille)}</b>
        <span class="votes num muted">${more.votes(standing.votes, f.number(standing.votes))}</span>
        <span class="bar" aria-hidden="true"><i></i></span>`,
      row.li,
    );
  }

  #move(list: HTMLElement, standings: readonly Standing[]): void {
    const order = standings.map((standing) => standing.candidate).join();
    const filled = list.firstChild;
    if (filled && order === this.#order) return;
    const lis = standings.flatMap((standing) => this.#rows.get(standing.candidate)?.li ?? []);
    const smooth =
      filled && lis.length <= ANIMATED && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    const before = smooth ? lis.map((li) => li.offsetTop) : [];
    arrange(list, lis);
    lis.forEach((li, i) => {
      const gap = smooth ? (before[i] ?? 0) - li.offsetTop : 0;
      if (gap) li.animate([{ transform: `translateY(${gap}px)` }, {}], { duration: 350, easing: 'ease-out' });
    });
    this.#order = order;
    this.#movedAt = performance.now();
  }
}

/** Puts the items in order, moving few where few have changed places. */
function arrange(list: HTMLElement, items: readonly HTMLElement[]): void {
  let at = list.firstElementChild;
  for (const item of items) {
    // Where the item at hand has gone down, it is stepped over and put in its place when its turn comes.
    if (at && at !== item && at.nextElementSibling === item) at = item;
    if (at === item) at = at.nextElementSibling;
    else list.insertBefore(item, at);
  }
}
