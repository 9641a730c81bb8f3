/** Tells of what comes by the calendar: the close and the proclamation. Once each, by whichever process. */
import type { Candidacy } from '../../model/candidacy.js';
import type { Election } from '../../model/election.js';
import { outcomeOf, type Outcome } from '../../model/outcome.js';
import { phaseStarts } from '../../model/phase.js';
import type { Storage } from '../storage/storage.js';
import { messagesIn } from '../mail/letters.js';
import type { Admin } from './admin.js';
import { tell } from './notices.js';

/** What happened longer ago is no news: a server that begins over old elections tells of none. Ms. */
const NEWS = 7 * 86_400_000;
/** More never stand in one election. */
const MOST = 2000;

interface Around {
  readonly storage: Storage;
  readonly clock: { now(): number };
}

const told = new WeakMap<Admin, Set<string>>();

/** Which has begun lately, and was not told of by this process. */
function begunLately(election: Election, now: number): readonly ('counting' | 'proclaimed')[] {
  return phaseStarts(election.calendar).flatMap(({ phase, at }) =>
    (phase === 'counting' || phase === 'proclaimed') && at <= now && now - at < NEWS ? [phase] : [],
  );
}

export async function tellOfEnds(admin: Admin, { storage, clock }: Around): Promise<void> {
  const known = told.get(admin) ?? new Set<string>();
  told.set(admin, known);
  const now = clock.now();
  for (const { election } of await storage.elections())
    for (const phase of begunLately(election, now)) {
      const once = `${phase}:${election.id}:${election.calendar[phase] ?? election.calendar.counting}`;
      if (known.has(once)) continue;
      await (phase === 'counting'
        ? tell({ admin, storage }, 'election.closed', { election: election.id }, { once })
        : tellOfOutcome(admin, storage, election, once));
      known.add(once);
    }
}

async function tellOfOutcome(
  admin: Admin,
  storage: Storage,
  election: Election,
  once: string,
): Promise<void> {
  const outcome = outcomeOf(election, await storage.tally(election.id));
  const standing = (await storage.topics?.candidacies.ofElection(election.id, MOST, 'approved')) ?? [];
  const mails = standing.flatMap((candidacy: Candidacy) => mailTo(candidacy, election, outcome));
  await tell({ admin, storage }, 'election.proclaimed', { election: election.id, outcome }, { once, mails });
}

function mailTo({ email, profile }: Candidacy, election: Election, outcome: Outcome) {
  if (email === undefined) return [];
  const words = messagesIn(election.lang);
  const elected = outcome.kind === 'elected' ? outcome.candidate : undefined;
  const name = election.candidates.find(({ id }) => id === elected)?.name;
  const said = name === undefined ? words.notElected : words.elected(name);
  return [{ to: email, letter: words.proclaimed(profile.name, election.title, election.brand.name, said) }];
}
