/** The same leaderboard as one would write it by hand: plain DOM, rows kept, texts set where they change. */
export interface PlainRow {
  readonly id: string;
  readonly name: string;
  votes: number;
}

export function plainLeaderboard(rows: PlainRow[]): { element: HTMLElement; update: () => void } {
  const element = document.createElement('ol');
  element.className = 'plain';
  const numbers = new Intl.NumberFormat('en');
  const percents = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1 });
  const views = new Map(
    rows.map((row) => {
      const li = document.createElement('li');
      const [rank, photo, name, share, votes, bar, fill] = (
        ['span', 'div', 'span', 'b', 'span', 'span', 'i'] as const
      ).map((tag) => document.createElement(tag)) as [
        HTMLElement,
        HTMLElement,
        HTMLElement,
        HTMLElement,
        HTMLElement,
        HTMLElement,
        HTMLElement,
      ];
      rank.className = 'rank';
      photo.className = 'portrait';
      name.className = 'name';
      share.className = 'share';
      votes.className = 'votes';
      bar.className = 'bar';
      name.textContent = row.name;
      bar.append(fill);
      li.append(rank, photo, name, share, votes, bar);
      element.append(li);
      return [row.id, { li, rank, share, votes, fill }] as const;
    }),
  );
  const set = (node: HTMLElement, text: string): void => {
    if (node.textContent !== text) node.textContent = text;
  };
  const update = (): void => {
    const total = rows.reduce((sum, row) => sum + row.votes, 0);
    const sorted = [...rows].sort((a, b) => b.votes - a.votes);
    let at = element.firstElementChild;
    sorted.forEach((row, i) => {
      const view = views.get(row.id);
      if (!view) return;
      set(view.rank, String(i + 1));
      set(view.share, percents.format(total ? row.votes / total : 0));
      set(view.votes, `${numbers.format(row.votes)} votes`);
      view.fill.style.transform = `scaleX(${total ? row.votes / total : 0})`;
      if (at === view.li) at = at.nextElementSibling;
      else element.insertBefore(view.li, at);
    });
  };
  update();
  return { element, update };
}
