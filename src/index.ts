/** The npm entry: every public element, event and type. Importing it registers the elements. */
export { VoixProvider } from './elements/voix-provider/voix-provider.js';
export { ElectionErrorEvent, SnapshotEvent, VotedEvent } from './elements/voix-provider/provider-events.js';
export { VoixElection } from './elements/voix-election/voix-election.js';
export { VoixCandidateCard } from './elements/voix-candidate-card/voix-candidate-card.js';
export { VoixCandidacy } from './elements/voix-candidacy/voix-candidacy.js';
export { VoixVoteButton } from './elements/voix-vote-button/voix-vote-button.js';
export { VoteRequestEvent } from './elements/voix-vote-button/vote-request-event.js';
export { VoixBallot } from './elements/voix-ballot/voix-ballot.js';
export { BallotCancelEvent, BallotConfirmEvent } from './elements/voix-ballot/ballot-events.js';
export { VoixResults } from './elements/voix-results/voix-results.js';
export { VoixResultsBar } from './elements/voix-results-bar/voix-results-bar.js';
export { VoixCountdown } from './elements/voix-countdown/voix-countdown.js';
export { VoixProclamation } from './elements/voix-proclamation/voix-proclamation.js';
export { VoixReport } from './elements/voix-report/voix-report.js';
export { VoixNews } from './elements/voix-news/voix-news.js';
export { VoixQuestions } from './elements/voix-questions/voix-questions.js';
export { VoixReceipt } from './elements/voix-receipt/voix-receipt.js';
export { VoixCampaign } from './elements/voix-campaign/voix-campaign.js';
export { VoixAssembly } from './elements/voix-assembly/voix-assembly.js';
export { VoixPresident } from './elements/voix-president/voix-president.js';
export { VoixRules } from './elements/voix-rules/voix-rules.js';
export { VoixShare } from './elements/voix-share/voix-share.js';
export { VoixVideo } from './elements/voix-video/voix-video.js';

export { createStore, type Store } from './store/store.js';
export type * from './adapters/adapter.js';
export type * from './model/ballot.js';
export type * from './model/call-options.js';
export type * from './model/choice.js';
export type * from './model/campaign.js';
export type * from './model/clock.js';
export type * from './model/community.js';
export type * from './model/election.js';
export { ElectionError, type ErrorCode } from './model/errors.js';
export type * from './model/news.js';
export type * from './model/mandate.js';
export type * from './model/outcome.js';
export type * from './model/question.js';
export type * from './model/results.js';
export type * from './model/share.js';
export type * from './model/snapshot.js';
export type * from './model/tally.js';

// A link to a candidate leads to a card, wherever the page has put it.
if (typeof location === 'object' && location.hash.startsWith('#voix='))
  void import('./elements/voix-candidate-card/arrival.js');
