/**
 * What a developer would write by hand for the same page: Express, a table of ballots with its unique
 * constraints, one transaction a vote. It checks what must be checked, hashes the voter, counts in the
 * transaction and answers a repeated key; nothing is gathered, nothing is pushed.
 */
import express from 'express';
import { createHmac, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Election } from '../../src/server/index.js';

export interface Vote {
  readonly election: string;
  readonly voter: string;
  readonly key: string;
  readonly ballot: string;
  readonly candidate: string;
}

/** Stores a vote in a transaction of its own, or finds the one that was stored under this key. */
export type StoreVote = (vote: Vote) => Promise<'stored' | 'repeated' | 'refused'>;
export type CountVotes = (election: string) => Promise<number>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const STATUS = { stored: 201, repeated: 200, refused: 409 };

export async function serveExpress(
  elections: readonly Election[],
  origin: string,
  storeVote: StoreVote,
  countVotes: CountVotes,
): Promise<{ url: string; close: () => void }> {
  const known = new Map(elections.map((election) => [election.id, election]));
  const secret = randomBytes(32);
  const app = express().disable('x-powered-by').disable('etag');
  app.use(express.json({ limit: '16kb' }));
  app.use((request, response, next) => {
    if (request.headers.origin !== origin) return void response.status(403).json({ error: 'origin' });
    response.set({ 'Access-Control-Allow-Origin': origin, Vary: 'Origin' });
    next();
  });

  app.post('/elections/:id/ballots', async (request, response) => {
    const election = known.get(request.params.id);
    if (!election) return void response.status(404).json({ error: 'election' });
    const now = Date.now();
    const { voting, counting } = election.calendar;
    if (now < Date.parse(voting) || now >= Date.parse(counting))
      return void response.status(403).json({ error: 'closed' });
    const device = /^Device ([\w-]{22})$/.exec(request.headers.authorization ?? '')?.[1];
    if (!device) return void response.status(401).json({ error: 'device' });
    const key = request.get('Idempotency-Key') ?? '';
    if (!UUID.test(key)) return void response.status(400).json({ error: 'key' });
    const { choice } = request.body as { choice?: { candidate?: string } };
    const candidate = election.candidates.find(({ id }) => id === choice?.candidate)?.id;
    if (!candidate) return void response.status(422).json({ error: 'candidate' });
    const voter = createHmac('sha256', secret).update(`${election.id}|${device}`).digest('base64url');
    const ballot = randomBytes(16).toString('base64url');
    const fate = await storeVote({ election: election.id, voter, key, ballot, candidate });
    response.status(STATUS[fate]).json({ election: election.id, ballot, choice, fate });
  });

  app.get('/elections/:id/results', async (request, response) => {
    response.json({ results: { ballots: await countVotes(request.params.id) } });
  });

  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.closeAllConnections() };
}
