/** The script tag: everything that a visitor needs to see an election and vote in it. */
import './elements/voix-provider/voix-provider.js';
import './elements/voix-election/voix-election.js';
import './elements/voix-results-bar/voix-results-bar.js';
