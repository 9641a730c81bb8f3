/**
 * The script tag: what a visitor needs to see an election and vote in it. The parts that only a
 * layout of one's own uses come when the page has their tag.
 */
import './elements/voix-provider/voix-provider.js';
import './elements/voix-election/voix-election.js';

const LATER: Readonly<Record<string, () => Promise<unknown>>> = {
  'voix-results': () => import('./elements/voix-results/voix-results.js'),
  'voix-results-bar': () => import('./elements/voix-results-bar/voix-results-bar.js'),
  'voix-proclamation': () => import('./elements/voix-proclamation/voix-proclamation.js'),
  'voix-receipt': () => import('./elements/voix-receipt/voix-receipt.js'),
  'voix-video': () => import('./elements/voix-video/voix-video.js'),
};

function loadUsed(): void {
  for (const tag in LATER) if (document.querySelector(tag)) void LATER[tag]?.();
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', loadUsed);
else loadUsed();
