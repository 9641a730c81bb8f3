/**
 * The wall: one poster an election, its ballots counted live. All twenty-one share one connection, as
 * they would on a page of any brand.
 */
import type { ElectionView, Results } from 'voix';
import { httpAdapter } from 'voix/adapters/http';
import { find, make } from './find.js';
import { mountRehearsal } from './rehearsal.js';

const backend = httpAdapter('/api');
const number = new Intl.NumberFormat('fr');
/** The featured brand hangs first; the others follow as the alphabet has them. */
const FEATURED = 'traverse';

function poster({ election, results }: ElectionView): HTMLLIElement {
  const { brand, title, candidates } = election;
  const count = make('span', { className: 'compte', textContent: counted(results) });
  const people = candidates.map(({ name, photo }) => {
    const src = photo?.src ?? '';
    const image = make('img', { src, alt: name, title: name, loading: 'lazy', width: 160, height: 200 });
    // Many portraits side by side are cut narrow: what the candidate wants kept is kept.
    if (photo?.focus) image.style.objectPosition = photo.focus.map((percent) => `${percent}%`).join(' ');
    return image;
  });
  const link = make(
    'a',
    { href: election.id === FEATURED ? '/' : `/?election=${encodeURIComponent(election.id)}` },
    make(
      'span',
      { className: 'marque' },
      ...(brand.logo ? [make('img', { src: brand.logo.src, alt: '', width: 40, height: 40 })] : []),
      make('b', { textContent: brand.name }),
    ),
    make('span', { className: 'portraits' }, ...people),
    make('span', { className: 'question', textContent: title }),
    make('span', { className: 'etat' }, standing(candidates.length), count),
  );
  const item = make('li', {}, link);
  if (brand.colour) item.style.setProperty('--marque', brand.colour);
  backend.watch(election.id, { onResults: (frame) => (count.textContent = counted(frame.results)) });
  return item;
}

function standing(people: number): string {
  if (people === 0) return 'pas encore de candidature';
  return `${people}\u00a0${people < 2 ? 'candidature' : 'candidatures'}`;
}

function counted(results: Results): string {
  if (results.hidden === 'until-open') return 'le vote n’est pas ouvert';
  if (results.hidden) return 'résultats scellés';
  const { ballots } = results;
  return `${number.format(ballots)}\u00a0${ballots < 2 ? 'bulletin' : 'bulletins'}`;
}

async function hang(): Promise<void> {
  const wall = find('#mur');
  try {
    const listed = await backend.elections();
    const views = await Promise.all(listed.map(({ id }) => backend.election(id)));
    const first = (view: ElectionView): number => (view.election.id === FEATURED ? 0 : 1);
    views.sort(
      (a, b) => first(a) - first(b) || a.election.brand.name.localeCompare(b.election.brand.name, 'fr'),
    );
    wall.append(...views.map(poster));
  } catch (error) {
    find('#panne').hidden = false;
    console.warn(error);
  }
  wall.removeAttribute('aria-busy');
}

void hang();
mountRehearsal(find('#repetition'));
