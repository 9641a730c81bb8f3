/** An elections server as the desk sees it: answers by route, what was asked of it, and refusals when told. */
import { newDraft } from '../../src/admin/form/draft.js';
import type { Election } from '../../src/model/election.js';
import type { AdminElectionAnswer } from '../../src/protocol/admin/elections.js';
import type { Role } from '../../src/protocol/admin/people.js';
import type { AdminCandidacy, AdminQuestion } from '../../src/protocol/admin/queue.js';
import type { SessionAnswer } from '../../src/protocol/admin/sign-in.js';

export const NOW = Date.parse('2027-01-20T12:00:00Z');

export const election: Election = {
  ...newDraft(Date.parse('2026-11-22T12:00:00Z'), 'Europe/Paris', 'fr'),
  id: 'traverse',
  title: 'Qui présidera ?',
  brand: { id: 'traverse', name: 'Traverse', colour: '#14594d' },
  candidates: [
    { id: 'amina', name: 'Amina Belkacem', manifesto: 'Un banc sur chaque quai.' },
    { id: 'gilles', name: 'Gilles Lavergne' },
  ],
};

/** Before voting opens: nothing is locked. */
export const open = (changes: Partial<AdminElectionAnswer> = {}): AdminElectionAnswer => ({
  election: structuredClone(election) as AdminElectionAnswer['election'],
  origins: ['https://www.traverse.example'],
  phase: 'campaign',
  version: 'a',
  locks: [],
  waiting: { candidacies: 1, questions: 0, reports: 0 },
  ...changes,
});

/** The election in the list. */
export const listed = () => ({
  id: 'traverse',
  title: 'Qui présidera ?',
  brand: 'Traverse',
  phase: 'campaign',
  candidates: 2,
  ballots: 0,
  waiting: { candidacies: 1, questions: 0, reports: 0 },
  version: 'a',
});

export const candidacy = (changes: Partial<AdminCandidacy> = {}): AdminCandidacy => ({
  id: 'c1',
  state: 'pending',
  version: 1,
  profile: { name: 'Karim Haddad', town: 'Brive', slogan: 'À l’heure.', manifesto: 'Une horloge par quai.' },
  submittedAt: '2027-01-02T10:00:00Z',
  changedAt: '2027-01-02T10:00:00Z',
  ...changes,
});

export const question = (changes: Partial<AdminQuestion> = {}): AdminQuestion => ({
  id: 'q1',
  kind: 'question',
  text: 'Pourquoi toujours en retard ?',
  name: 'Lucie',
  at: '2027-01-02T10:00:00Z',
  candidate: null,
  supports: 148,
  reports: 0,
  hidden: false,
  answers: [],
  version: 1,
  ...changes,
});

export const session = (role: Role | null): SessionAnswer => ({
  person: role && {
    id: 'p1',
    email: 'jeanne@traverse.example',
    name: 'Jeanne Morel',
    role,
    seen: null,
    version: 1,
  },
  now: NOW,
  rate: 1,
  backend: 'https://vote.traverse.example',
  mail: 'folder',
  pictures: true,
});

type Answer = (body: unknown, url: URL) => object | Promise<object>;

/** An answer that is a refusal. */
export const refusal =
  (status: number, code: string): Answer =>
  () => {
    throw Response.json({ type: 'about:blank', title: code, status, code }, { status });
  };

/** By `GET session`; what is not here does not exist. */
export const answers = new Map<string, Answer>();
/** What was sent, by route: the last of each. */
export const sent = new Map<string, unknown>();

const { fetch, XMLHttpRequest } = window;

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (!url.pathname.startsWith('/backend/admin/')) return fetch(request);
  const name = `${request.method} ${url.pathname.replace('/backend/admin/', '')}`;
  const text = await request.text();
  const isJson = request.headers.get('Content-Type') === 'application/json';
  const body: unknown = isJson ? JSON.parse(text) : text || undefined;
  if (body !== undefined) sent.set(name, body);
  try {
    return Response.json(await (answers.get(name) ?? refusal(404, 'route-unknown'))(body, url));
  } catch (refused) {
    return refused as Response;
  }
}

/** How far files on their way are let through, while it is set. */
export const line = { gate: undefined as Promise<void> | undefined };

/** Sends files as a browser does: half of one, the rest, and then the answer. */
class Sending extends EventTarget {
  readonly upload = new EventTarget();
  responseText = '';
  status = 0;
  #to = '';
  #type = '';

  open(_method: string, to: string): void {
    this.#to = to;
  }

  setRequestHeader(_name: string, value: string): void {
    this.#type = value;
  }

  abort(): void {
    this.dispatchEvent(new Event('abort'));
  }

  async send(body: Blob): Promise<void> {
    const { size: total } = body;
    this.upload.dispatchEvent(new ProgressEvent('progress', { loaded: total / 2, total }));
    await line.gate;
    this.upload.dispatchEvent(new ProgressEvent('progress', { loaded: total, total }));
    const headers = { 'Content-Type': this.#type };
    const answered = await answer(new Request(this.#to, { method: 'POST', body, headers }));
    this.status = answered.status;
    this.responseText = await answered.text();
    this.dispatchEvent(new Event('load'));
  }
}

export function start(): void {
  window.XMLHttpRequest = Sending as unknown as typeof XMLHttpRequest;
  window.fetch = (input, init) => answer(new Request(input, init));
}

export function stop(): void {
  window.fetch = fetch;
  window.XMLHttpRequest = XMLHttpRequest;
}
