/**
 * The bar at the foot of the demo's pages: where the invented month stands, and how fast it goes.
 * A real campaign has none of this. Without the demo's server it stays hidden.
 */
import { make } from './find.js';

/** What the demo's server says of its month. */
interface Rehearsal {
  /** Milliseconds of the month per millisecond of the world; 0: held. */
  readonly rate: number;
  readonly now: number;
  /** Ballots of invented voters so far, and in all. */
  readonly played: number;
  readonly total: number;
  /** When voting closes, milliseconds since 1970. */
  readonly closes: number;
}

const ADDRESS = '/demo/rehearsal';
const MONTH = 31 * 24 * 60;
/** By the minutes in which the month goes by. */
const SPEEDS = [
  { rate: 0, label: 'En pause' },
  { rate: MONTH / 60, label: 'Mois en 1\u00a0h' },
  { rate: MONTH / 10, label: 'Mois en 10\u00a0min' },
  { rate: MONTH / 2, label: 'Mois en 2\u00a0min' },
];

const moment = new Intl.DateTimeFormat('fr', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});
const count = new Intl.NumberFormat('fr');

async function ask(init?: RequestInit): Promise<Rehearsal | undefined> {
  try {
    const answer = await fetch(ADDRESS, init);
    return answer.ok ? ((await answer.json()) as Rehearsal) : undefined;
  } catch {
    // The server is stopped or away: the bar says so by waiting.
    return undefined;
  }
}

const order = (what: { rate: number } | { restart: true }): Promise<Rehearsal | undefined> =>
  ask({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(what) });

/** Fills the bar and keeps it up to date while the page is seen. */
export function mountRehearsal(bar: HTMLElement): void {
  const date = make('b');
  const played = make('span');
  const line = make('i');
  const speed = make('select', { ariaLabel: 'Vitesse de la répétition' });
  for (const { rate, label } of SPEEDS)
    speed.append(make('option', { value: String(rate), textContent: label }));
  const again = make('button', { type: 'button', textContent: 'Rejouer le mois', hidden: true });
  bar.append(
    line,
    make('span', { className: 'titre', textContent: 'Répétition' }),
    make('p', {}, date, played),
    again,
    speed,
    make('a', { href: '/campagne.html', textContent: 'Les 21\u00a0élections' }),
    make('a', { href: '/studio.html', textContent: 'Le studio' }),
  );

  let last: { readonly told: Rehearsal; readonly at: number } | undefined;
  const tell = (told: Rehearsal | undefined): void => {
    bar.hidden = !told && !last;
    if (!told) return;
    last = { told, at: performance.now() };
    played.textContent = `${count.format(told.played)} / ${count.format(told.total)} bulletins, toutes marques`;
    line.style.setProperty('--part', String(told.played / told.total));
    again.hidden = told.now < told.closes;
    if (document.activeElement !== speed) speed.value = nearest(told.rate);
  };
  const tick = (): void => {
    if (last) {
      const now = last.told.now + (performance.now() - last.at) * last.told.rate;
      date.textContent = moment.format(now).replace(/\b1 /, '1er ');
    }
  };
  speed.addEventListener('change', () => void order({ rate: Number(speed.value) }).then(tell));
  // The ballots of the old month are gone: a page that remembers one would show what is no more.
  again.addEventListener('click', () => void order({ restart: true }).then(() => location.reload()));

  const refresh = async (): Promise<void> => {
    if (!document.hidden) tell(await ask());
    tick();
    setTimeout(() => void refresh(), last ? 1000 : 5000);
  };
  void refresh();
  setInterval(tick, 250);
}

/** The speed on offer that comes nearest: the command line may have set any. */
function nearest(rate: number): string {
  const [best] = [...SPEEDS].sort((a, b) => Math.abs(a.rate - rate) - Math.abs(b.rate - rate));
  return String(best?.rate ?? 0);
}
