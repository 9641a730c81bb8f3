/** The page in the studio's frame: one election, dressed and put in a state as the studio says. */
import type { Election, Snapshot } from 'voix';
import { httpAdapter } from 'voix/adapters/http';
import { find, make } from '../page/find.js';
import { drawnAround, isAround } from './around.js';
import { snapshotOf } from './scenes.js';
import { declarations, type Settings } from './settings.js';

const backend = httpAdapter('/api');
const elections = new Map<string, Promise<Election>>();
let shown = '';

function electionOf(id: string): Promise<Election> {
  const known = elections.get(id) ?? backend.election(id).then((view) => view.election);
  elections.set(id, known);
  return known;
}

/** Fresh elements for each state: none remembers the one before. */
function stage(...elements: HTMLElement[]): void {
  find('main').replaceChildren(...elements);
}

function drawn(snapshot: Snapshot): HTMLElement {
  const whole = document.createElement('voix-election');
  whole.snapshot = snapshot;
  return whole;
}

/** Whether the page is loaded anew: at an address that says for whom one has come, parts come that no other brings. */
function isOnItsWay(scene: Settings['scene'], { id, candidates }: Election): boolean {
  const address = scene === 'arrived' ? `#voix=${id}/${candidates[1]?.id}` : '';
  if (location.hash === address) return false;
  history.replaceState(null, '', location.pathname + address);
  if (address) location.reload();
  return address !== '';
}

async function show({ election: id, scene }: Settings): Promise<void> {
  const wanted = `${id} ${scene}`;
  if (wanted === shown) return;
  shown = wanted;
  if (scene === 'live') {
    const whole = document.createElement('voix-election');
    whole.setAttribute('backend', '/api');
    whole.setAttribute('election', id);
    return stage(whole);
  }
  const election = await electionOf(id);
  if (wanted !== shown || isOnItsWay(scene, election)) return;
  if (isAround(scene)) {
    const drawn = await drawnAround(scene, election);
    if (wanted === shown) stage(drawn);
    return;
  }
  const paper = document.createElement('voix-ballot');
  stage(drawn(snapshotOf(scene, election)), paper);
  if (scene !== 'confirming' && scene !== 'stub') return;
  paper.snapshot = snapshotOf('confirming', election);
  if (scene === 'confirming') return;
  await paper.updateComplete;
  // What draws the stub comes while the ballot is on its way.
  paper.snapshot = snapshotOf('casting', election);
  await paper.updateComplete;
  paper.snapshot = snapshotOf('stub', election);
}

function dress(settings: Settings): void {
  const root = document.documentElement;
  root.lang = settings.lang;
  root.removeAttribute('style');
  for (const [name, value] of declarations(settings)) root.style.setProperty(name, value);
}

window.addEventListener('message', ({ origin, source, data }: MessageEvent<Settings>) => {
  if (origin !== location.origin || source !== window.parent) return;
  dress(data);
  show(data).catch((error: unknown) => {
    console.warn(error);
    shown = '';
    stage(make('p', { textContent: 'Le serveur de la démonstration ne répond pas. Lancez « npm start ».' }));
  });
});
window.parent.postMessage('ready', location.origin);
