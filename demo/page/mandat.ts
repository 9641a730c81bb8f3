/** One election of the season: the vote while it is to come or goes on, the president's page from the proclamation on. */
import type { SnapshotEvent } from 'voix';
import { find } from './find.js';

const election = new URLSearchParams(location.search).get('election') ?? 'saison-traverse';
const provider = find('voix-provider');

provider.addEventListener('voix-snapshot', (event) => {
  const { snapshot } = event as SnapshotEvent;
  if (snapshot.status !== 'ready') return;
  const { title, brand } = snapshot.election;
  find('#titre').textContent = title;
  document.title = `${brand.name} – ${title}`;
  find('#election').hidden = snapshot.outcome !== undefined;
  find('#mandat').hidden = snapshot.outcome === undefined;
});
provider.setAttribute('election', election);
