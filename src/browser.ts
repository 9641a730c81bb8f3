/**
 * The script tag: what a visitor needs to see an election and vote in it. Other parts come when the page has a tag
 * that nobody knows yet.
 */
import './elements/voix-provider/voix-provider.js';
import './elements/voix-election/voix-election.js';

/** An address with a fragment may be one that leads to a candidate. */
const loadUsed = () => (location.hash || document.querySelector(':not(:defined)')) && import('./later.js');

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', loadUsed);
else void loadUsed();
