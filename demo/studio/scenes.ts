/** Every state that an election can be seen in, made of one election's own data. Pure. */
import type {
  Candidate,
  Choice,
  Election,
  ErrorCode,
  Phase,
  ReadySnapshot,
  Receipt,
  Results,
  Snapshot,
} from 'voix';
import { RECORDED } from './recorded-log.js';

/** In the order in which the studio offers them. */
export const SCENES = {
  live: 'En direct',
  loading: 'Chargement',
  before: 'Avant l’ouverture',
  open: 'Ouvert',
  arrived: 'Venu pour une candidature',
  sealed: 'Ouvert, résultats scellés',
  confirming: 'Bulletin à confirmer',
  casting: 'Envoi en cours',
  stub: 'Dans l’urne : le talon',
  voted: 'A voté',
  changed: 'A changé d’avis',
  kept: 'Hors ligne, gardé',
  refused: 'Refusé, avec la raison',
  empty: 'Ouvert, aucun bulletin',
  nobody: 'Aucune candidature',
  closed: 'Clos, sans avoir voté',
  counting: 'Dépouillement, après avoir voté',
  elected: 'Élection proclamée',
  tie: 'Égalité',
  quorum: 'Quorum manqué',
  failed: 'Serveur introuvable',
} as const;
export type Scene = keyof typeof SCENES;
export type DrawnScene = Exclude<Scene, 'live'>;

const HOUR = 3_600_000;

/** An hour into a phase; voting is seen ten days in. */
function during(election: Election, phase: Phase): number {
  const start = Date.parse(election.calendar[phase] ?? election.calendar.counting);
  return start + (phase === 'voting' ? 250 : 1) * HOUR;
}

function errorOf(code: ErrorCode) {
  return {
    name: 'ElectionError',
    message: code,
    code,
    detail: undefined,
    retryAfter: undefined,
    retryable: code === 'offline',
  } as const;
}

/** The second candidate leads and the first follows, so that the visitor's choice is not the leader. */
const placeOf = (i: number): number => (i < 2 ? 1 - i : i);

function tallied({ rules, candidates }: Election, level = false): Results {
  const votes = candidates.map((_, i) => Math.round(498 * 0.71 ** Math.max(level ? 1 : 0, placeOf(i))));
  const sum = votes.reduce((total, count) => total + count, 0);
  const ballots = rules.method.kind === 'approval' ? Math.round(Math.max(...votes, sum / 2) * 1.1) : sum;
  const counts = Object.fromEntries(candidates.map(({ id }, i) => [id, votes[i] ?? 0]));
  return { hidden: false, version: ballots, ballots, counts };
}

/** The first candidate's card is the one in sight. */
function choiceIn({ rules, candidates }: Election, at = 0): Choice {
  const id = (candidates[at] ?? candidates[0])?.id ?? '';
  return rules.method.kind === 'plurality'
    ? { method: 'plurality', candidate: id }
    : { method: 'approval', candidates: candidates.slice(0, at + 2).map((candidate) => candidate.id) };
}

/** A receipt that is verified, of the election whose log was recorded; of any other, one of an election without a log. */
function receiptIn(election: Election, choice: Choice, changed = false): Receipt {
  const [first, second] = RECORDED.receipts;
  if (election.id === first.election) return changed ? second : first;
  const at = new Date(during(election, 'voting')).toISOString();
  return {
    election: election.id,
    ballot: 'mQ4xVt0Yp2Lr8sKd7Wc3Zg',
    sequence: 412,
    choice,
    at,
    tier: 'device',
    changed,
  };
}

/** The log of that election, as it was recorded. */
function logIn(election: Election): Partial<ReadySnapshot> {
  if (election.id !== RECORDED.receipts[0].election) return {};
  const files: Readonly<Record<string, string>> = RECORDED.files;
  const read = (file: string) =>
    Promise.resolve(Uint8Array.from(atob(files[file] ?? ''), (char) => char.charCodeAt(0)));
  return { log: { ...RECORDED.log, source: () => Promise.resolve({ read }) } };
}

/** The snapshot of one scene of one election. */
export function snapshotOf(scene: DrawnScene, election: Election): Snapshot {
  const choice = choiceIn(election);
  const receipt = receiptIn(election, choice);
  const results = tallied(election);
  const ready = (phase: Phase, more: Partial<ReadySnapshot> = {}): ReadySnapshot => {
    const now = during(election, phase);
    return {
      status: 'ready',
      election,
      candidates: election.candidates,
      phase,
      clock: { now: () => now, rate: 1 },
      results,
      outcome: undefined,
      vote: { kind: 'none' },
      connection: 'live',
      ...logIn(election),
      ...more,
    };
  };
  const over = (more: Partial<ReadySnapshot>): ReadySnapshot =>
    ready('proclaimed', { vote: { kind: 'voted', choice, receipt }, ...more });
  const [second, first] = election.candidates.map(({ id }) => id);
  const votesOf = (id = ''): number => (results.hidden ? 0 : (results.counts[id] ?? 0));

  switch (scene) {
    case 'loading':
      return { status: 'loading' };
    case 'failed':
      return { status: 'failed', error: errorOf('offline') };
    case 'before':
      return ready('campaign', { results: { hidden: 'until-open' } });
    case 'open':
    case 'arrived':
      return ready('voting');
    case 'sealed':
      return ready('voting', { results: { hidden: 'until-voted' } });
    case 'confirming':
      return ready('voting', { vote: { kind: 'confirming', choice } });
    case 'casting':
      return ready('voting', { vote: { kind: 'casting', choice } });
    case 'stub':
    case 'voted':
      return ready('voting', { vote: { kind: 'voted', choice, receipt } });
    case 'changed': {
      const other = choiceIn(election, 1);
      return ready('voting', {
        vote: { kind: 'voted', choice: other, receipt: receiptIn(election, other, true) },
      });
    }
    case 'kept':
      return ready('voting', {
        vote: { kind: 'kept', choice, error: errorOf('offline') },
        connection: 'down',
      });
    case 'refused':
      return ready('voting', {
        election: { ...election, rules: { ...election.rules, revote: false } },
        vote: { kind: 'refused', choice, error: errorOf('already-voted') },
      });
    case 'empty':
      return ready('voting', { results: { hidden: false, version: 0, ballots: 0, counts: {} } });
    case 'nobody':
      return ready('campaign', without(election));
    case 'closed':
      return ready('counting');
    case 'counting':
      return ready('counting', { vote: { kind: 'voted', choice, receipt } });
    case 'elected': {
      const margin = votesOf(first) - votesOf(second);
      return over({ outcome: { kind: 'elected', candidate: first ?? '', votes: votesOf(first), margin } });
    }
    case 'tie':
      return over({
        results: tallied(election, true),
        outcome: { kind: 'tie', candidates: [second ?? '', first ?? ''], votes: votesOf(second) },
      });
    case 'quorum':
      return over({
        outcome: { kind: 'no-quorum', ballots: results.hidden ? 0 : results.ballots, quorum: 2500 },
      });
  }
}

function without(election: Election): Partial<ReadySnapshot> {
  const candidates: readonly Candidate[] = [];
  return { election: { ...election, candidates }, candidates, results: { hidden: 'until-open' } };
}
