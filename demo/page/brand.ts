/** The brand's page. `?election=…` makes it another brand's: the tag's attribute, and a poster above it. */
import type { Election } from 'voix';
import { httpAdapter } from 'voix/adapters/http';
import { find } from './find.js';
import { mountRehearsal } from './rehearsal.js';

const election = document.documentElement.dataset['election'] ?? 'traverse';

async function dress(): Promise<void> {
  find('voix-election').setAttribute('election', election);
  try {
    show((await httpAdapter('/api').election(election)).election);
  } catch (error) {
    find('#grand-nom').textContent = 'Pas de marque à cette adresse';
    find('#histoire').textContent = 'Les vingt et une sont sur le mur des affiches, en bas de page.';
    console.warn(error);
  }
}

function show({ brand, title }: Election): void {
  const { name, story = '', colour, logo } = brand;
  document.title = `${name} – ${title}`;
  if (colour) document.documentElement.style.setProperty('--marque', colour);
  find('#nom').textContent = find('#grand-nom').textContent = name;
  find('#histoire').textContent = story;
  for (const image of [find<HTMLImageElement>('#logo'), find<HTMLImageElement>('#grand-logo')])
    if (logo) image.src = logo.src;
  if (logo) find<HTMLLinkElement>('link[rel=icon]').href = logo.src;
}

if (election !== 'traverse') void dress();
mountRehearsal(find('#repetition'));
