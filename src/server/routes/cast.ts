import * as v from 'valibot';
import { checkChoice, type Choice } from '../../model/choice.js';
import { ElectionError, type ErrorCode } from '../../model/errors.js';
import { castSchema, keySchema } from '../../protocol/messages.js';
import { HEADERS } from '../../protocol/routes.js';
import { answer } from '../answer.js';
import { readJson } from '../body.js';
import { admit, type Handler, type Services } from '../call.js';
import type { Listed } from '../catalogue.js';
import { IDENTITIES } from '../identity/identity.js';
import { randomId } from '../random-id.js';
import type { Cast, CastOutcome } from '../storage/storage.js';
import { receiptOf } from './receipt.js';
import { receiptAt, receiptJson } from '../receipt-proof.js';
import type { SignedLog } from '../signing/signed-log.js';

/**
 * Casts a ballot: 201 where it was stored now, 200 where it was stored before under this key.
 *
 * The fate of a vote in flight at the close: the storage decides, and nobody else. A ballot counts
 * where its transaction, once it holds the election's lock, reads an instant before the close; one that
 * arrived in time but was sequenced later is refused with `voting-closed`, stored nowhere, and its voter
 * told so. A voter who never hears (the answer was lost) sends the same key again, on whatever day: a
 * ballot that was stored gives its receipt, one that was not is refused. So nothing here looks at the clock.
 *
 * An answer leaves only after `storage.cast` has resolved. Where it rejects, the voter is told that it is
 * not known, and that the same key may be sent again.
 */
export const cast: Handler = async (services, call) => {
  const { request } = call;
  const listed = await admit(services, call);
  const body = await readJson(request, call.platform);
  const key = keyOf(request.headers.get(HEADERS.key));
  const voter = await IDENTITIES[listed.election.rules.identity](request);
  const choice = choiceIn(body);
  checkChoice(listed.election, choice);
  // A log that may not be continued takes no ballot: asked before anything is stored.
  const signed = await services.logs?.of(listed);
  const outcome = await store(services, {
    election: listed.election.id,
    voter: await services.secrets.pseudonym(listed.voters, voter.subject),
    key,
    ballot: randomId(),
    choice,
    tier: voter.tier,
    revote: listed.election.rules.revote,
    opens: listed.opens,
    closes: listed.closes,
  });
  if (!('ballot' in outcome)) throw new ElectionError(REFUSALS[outcome.kind]);
  const receipt = await proven(services, signed, listed, outcome);
  return answer(services, call, receipt, { status: outcome.kind === 'stored' ? 201 : 200 });
};

const REFUSALS: Readonly<Record<Exclude<CastOutcome['kind'], 'stored' | 'repeated'>, ErrorCode>> = {
  'key-reused': 'key-reused',
  'already-voted': 'already-voted',
  'too-early': 'voting-not-open',
  'too-late': 'voting-closed',
};

async function store({ storage }: Services, ballot: Cast): Promise<CastOutcome> {
  try {
    return await storage.cast(ballot);
  } catch (thrown) {
    throw thrown instanceof ElectionError ? thrown : new ElectionError('storage-failed', { cause: thrown });
  }
}

/** Stored it is, whatever happens here: the voter hears that it is not known, and asks again with the same key. */
async function proven(
  { logs }: Services,
  signed: SignedLog | undefined,
  listed: Listed,
  outcome: Stored,
): Promise<string> {
  const receipt = receiptOf(listed, outcome.ballot);
  try {
    if (outcome.kind === 'stored') return await receiptJson(signed, listed, receipt, outcome);
    return JSON.stringify({ ...receipt, ...(await receiptAt(logs, listed, receipt.sequence)) });
  } catch (cause) {
    throw new ElectionError('storage-failed', { cause });
  }
}

type Stored = Extract<CastOutcome, { readonly kind: 'stored' | 'repeated' }>;

function keyOf(header: string | null): string {
  const parsed = v.safeParse(keySchema, header);
  if (parsed.success) return parsed.output;
  throw new ElectionError('key-missing', header === null ? {} : { detail: `${HEADERS.key} is not a UUID` });
}

function choiceIn(body: unknown): Choice {
  const parsed = v.safeParse(castSchema, body, { abortEarly: true });
  if (parsed.success) return parsed.output.choice;
  throw new ElectionError('body-invalid', { detail: complaint(parsed.issues[0]) });
}

/** Where it is wrong and what was expected; nothing of what was sent, but for the names of known keys. */
function complaint(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.filter(({ key }) => typeof key === 'number' || KNOWN_KEYS.has(key)) ?? [];
  const where = ['body', ...path.map(({ key }) => key)].join('.');
  return issue.expected === 'never'
    ? `${where}: unknown key`
    : `${where}: expected ${issue.expected ?? issue.type}`;
}

const KNOWN_KEYS: ReadonlySet<unknown> = new Set(['choice', 'method', 'candidate', 'candidates']);
