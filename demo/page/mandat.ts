/** One election of the season, whole; once there is a president, ideas are collected, too. */
import type { SnapshotEvent } from 'voix';
import { find } from './find.js';

const election = new URLSearchParams(location.search).get('election') ?? 'saison-traverse';
const provider = find('voix-provider');

provider.addEventListener('voix-snapshot', (event) => {
  const { snapshot } = event as SnapshotEvent;
  if (snapshot.status !== 'ready') return;
  const { title, brand } = snapshot.election;
  document.title = `${brand.name} – ${title}`;
  find('#idees').hidden = snapshot.outcome?.kind !== 'elected';
});
provider.setAttribute('election', election);
