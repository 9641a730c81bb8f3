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

/** What a vote button says and does, at one moment of one election. Without a snapshot: open. */
export function buttonState(
  snapshot: ReadySnapshot | undefined,
  id: Id,
  name: string,
  { t, f }: Language,
): ButtonState {
  const open: ButtonState = { label: t.vote(name), look: 'open', enabled: true };
  if (!snapshot) return open;
  const { vote, phase, election } = snapshot;
  const { voting, timeZone } = election.calendar;
  const votes = votedFor(vote);
  const underway = vote.kind === 'confirming' || vote.kind === 'casting' || vote.kind === 'kept';
  if (underway && marksOf(vote.choice).includes(id)) {
    const look = vote.kind === 'kept' ? 'kept' : 'busy';
    return { label: t[vote.kind], look, enabled: false };
  }
  if (votes.includes(id)) {
    const changed = 'receipt' in vote && vote.receipt?.changed;
    return { label: changed ? t.changed : t.yourVote, look: 'mine', enabled: false };
  }
  if (phase !== 'voting') {
    return {
      label: isFrom(phase, 'counting') ? t.closed : t.notOpen(f.day(Date.parse(voting), timeZone)),
      look: 'off',
      enabled: false,
    };
  }
  if (votes.length) {
    return election.rules.revote
      ? { label: t.change(name), look: 'other', enabled: !underway }
      : { label: t.youVoted, look: 'off', enabled: false };
  }
  return underway || vote.kind === 'unknown' ? { ...open, look: 'other', enabled: false } : open;
}

/** Why a ballot for this candidate was refused, or is kept and sent again. */
export function failureOf(snapshot: ReadySnapshot | undefined, id: Id): ElectionError | undefined {
  const vote = snapshot?.vote;
  return vote && 'error' in vote && marksOf(vote.choice).includes(id) ? vote.error : undefined;
}
