import type { QuestionsMessages } from '../../locales/questions-messages.js';
import { phaseStarts } from '../../model/phase.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import { dateOf } from '../shared/dates.js';

/** Why one cannot ask now: not yet, with the day, or not any more. */
export function whyClosed({ election, clock }: ReadySnapshot, t: QuestionsMessages, lang: string): string {
  const opens = phaseStarts(election.calendar).find(
    ({ phase }) => phase === 'campaign' || phase === 'voting',
  );
  if (!opens || opens.at <= clock.now()) return t.closed;
  return t.notYet(dateOf(lang, opens.at, election.calendar.timeZone));
}
