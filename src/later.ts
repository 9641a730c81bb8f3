/**
 * The parts that only a layout of one's own uses: loaded when the page has a tag that nobody knows yet, or an address
 * with a fragment.
 */
const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'voix-candidacy': () => import('./elements/voix-candidacy/voix-candidacy.js'),
  'voix-results': () => import('./elements/voix-results/voix-results.js'),
  'voix-results-bar': () => import('./elements/voix-results-bar/voix-results-bar.js'),
  'voix-proclamation': () => import('./elements/voix-proclamation/voix-proclamation.js'),
  'voix-receipt': () => import('./elements/voix-receipt/voix-receipt.js'),
  'voix-campaign': () => import('./elements/voix-campaign/voix-campaign.js'),
  'voix-assembly': () => import('./elements/voix-assembly/voix-assembly.js'),
  'voix-rules': () => import('./elements/voix-rules/voix-rules.js'),
  'voix-video': () => import('./elements/voix-video/voix-video.js'),
  'voix-president': () => import('./elements/voix-president/voix-president.js'),
  'voix-questions': () => import('./elements/voix-questions/voix-questions.js'),
  'voix-share': () => import('./elements/voix-share/voix-share.js'),
  'voix-report': () => import('./elements/voix-report/voix-report.js'),
  'voix-news': () => import('./elements/voix-news/voix-news.js'),
};

for (const tag in PARTS) if (document.querySelector(tag)) void PARTS[tag]?.();
// A link to a candidate: the model's `arrivalIn` reads it whole.
if (location.hash.startsWith('#voix=')) void import('./elements/voix-candidate-card/arrival.js');
