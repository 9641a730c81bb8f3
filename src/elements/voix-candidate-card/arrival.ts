/**
 * On a page that is opened at a candidate's address: their card says so, and is brought into sight once. The order
 * stays as it is, and nothing is chosen. Loaded on such a page alone, and begins by itself.
 */
import { css } from 'lit';
import { arrivalIn } from '../../model/arrival.js';
import { announce } from '../shared/announce.js';
import { currentLanguage, speakers } from '../shared/localize.js';
import { shareWords } from '../shared/share-words.js';
import type { VoixCandidateCard } from './voix-candidate-card.js';

/** Joins the sheets of the card. */
const named = css`
  :host {
    display: flex;
    flex-direction: column;
  }
  article {
    flex: 1;
    height: auto;
    border: 2px solid var(--_c);
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  .arrived {
    padding: 10px var(--_s);
    border-start-start-radius: var(--_r);
    border-start-end-radius: var(--_r);
    background: var(--_c);
    font-weight: 600;
    line-height: 1.25;
    color: var(--_on);
  }
  @media (forced-colors: active) {
    .arrived {
      border: 2px solid;
      border-bottom: 0;
    }
  }
`.styleSheet!;

/** Milliseconds for which the card is waited for. */
const PATIENCE = 30_000;

let isFound = false;
let isDue = false;
const observer = new MutationObserver(look);

/** What the card shows changes with a search or a page turned: it is looked at again whenever something does. */
function look(): void {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    const cards = [...cardsIn(document)];
    for (const card of cards) settle(card);
    if (!isFound) return;
    observer.disconnect();
    for (const card of cards) {
      watch(card.getRootNode());
      if (card.shadowRoot) watch(card.shadowRoot);
    }
  });
}

const watch = (root: Node): void =>
  observer.observe(root, { childList: true, subtree: true, characterData: true });

/** All cards of the page, whatever shadow trees they stand in. */
function* cardsIn(root: ParentNode & Node): Generator<VoixCandidateCard> {
  if (!isFound) watch(root);
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === 'voix-candidate-card') {
      if (!isFound && element.shadowRoot) watch(element.shadowRoot);
      yield element as VoixCandidateCard;
    } else if (element.shadowRoot) yield* cardsIn(element.shadowRoot);
  }
}

function settle(card: VoixCandidateCard): void {
  const root = card.shadowRoot;
  const name = root?.querySelector('[part=name]')?.textContent;
  const lang = currentLanguage()?.lang;
  const words = lang === undefined ? undefined : shareWords(lang, look);
  if (!root || !name || !words) return;
  let note = root.querySelector('.arrived');
  if (!isWhomOneCameFor(card)) {
    note?.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== named);
    return;
  }
  if (!note) {
    note = document.createElement('p');
    note.className = 'arrived';
    root.prepend(note);
    root.adoptedStyleSheets.push(named);
  }
  const said = words.cameFor(name);
  if (note.textContent !== said) note.textContent = said;
  if (isFound) return;
  isFound = true;
  // Whoever has gone their own way meanwhile is not called back.
  if (scrollY === 0) card.scrollIntoView({ block: 'center' });
  announce(`${said}. ${words.cameForLong}`);
}

function isWhomOneCameFor(card: VoixCandidateCard): boolean {
  const arrival = arrivalIn(location.hash);
  const { candidate } = card;
  const id = typeof candidate === 'object' ? candidate.id : candidate;
  return arrival !== undefined && id === arrival.candidate && card['ready']?.election.id === arrival.election;
}

speakers.add({ requestUpdate: look });
addEventListener('hashchange', () => {
  isFound = false;
  look();
});
setTimeout(() => isFound || observer.disconnect(), PATIENCE);
look();
