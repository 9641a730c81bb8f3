import type { Id } from '../../model/election.js';
import type { ElectionError } from '../../model/errors.js';
import { isFrom } from '../../model/phase.js';
import { marksOf } from '../../model/choice.js';
import { votedFor, type ReadySnapshot } from '../../model/snapshot.js';
import type { Language } from '../shared/localize.js';

export interface ButtonState {
  readonly label: string;
  /** What the button looks like: the part's state name, too. */
  readonly look: 'open' | 'other' | 'mine' | 'busy' | 'kept' | 'off';
  readonly enabled: boolean;
}

const state = (look: ButtonState['look'], label: string, enabled = false): ButtonState => ({
  label,
  look,
  enabled,
});

/** What a vote button says and does, at one moment of one election. Without a snapshot: open. */
export function buttonState(
  snapshot: ReadySnapshot | undefined,
  id: Id,
  name: string,
  { t, f }: Language,
): ButtonState {
  if (!snapshot) return state('open', t.vote(name), true);
  const { vote, phase, election } = snapshot;
  const { voting, timeZone } = election.calendar;
  const votes = votedFor(vote);
  const kept = vote.kind === 'kept';
  const underway = kept || vote.kind === 'confirming' || vote.kind === 'casting';
  if (underway && marksOf(vote.choice).includes(id)) return state(kept ? 'kept' : 'busy', t[vote.kind]);
  if (votes.includes(id))
    return state('mine', 'receipt' in vote && vote.receipt?.changed ? t.changed : t.yourVote);
  if (isFrom(phase, 'counting')) return state('off', t.closed);
  if (phase !== 'voting') return state('off', t.notOpen(f.day(Date.parse(voting), timeZone)));
  if (votes.length)
    return election.rules.revote ? state('other', t.change(name), !underway) : state('off', t.youVoted);
  return underway || vote.kind === 'unknown'
    ? state('other', t.vote(name))
    : state('open', t.vote(name), true);
}

/** Why a ballot for this candidate was refused, or is kept and sent again. */
export function failureOf(snapshot: ReadySnapshot | undefined, id: Id): ElectionError | undefined {
  const vote = snapshot?.vote;
  return vote && 'error' in vote && marksOf(vote.choice).includes(id) ? vote.error : undefined;
}
