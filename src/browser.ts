/**
 * The script tag: what a visitor needs to see an election and vote in it. Other parts come when the page has a tag
 * that nobody knows yet.
 */
import './elements/voix-provider/voix-provider.js';
import './elements/voix-election/voix-election.js';

const loadUsed = () => document.querySelector(':not(:defined)') && import('./later.js');

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', loadUsed);
else void loadUsed();
