/**
 * What a developer would take off the shelf for the same page: parse-server on Postgres. A ballot is an object of
 * a class whose unique indexes hold one voter to one ballot; a trigger checks what must be checked. Voters create
 * it by Parse's own REST address: what comes in is only put into its words.
 */
import express from 'express';
import { createHmac, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Election } from '../../src/server/index.js';
import { installed } from './installed.js';

const VERSION = '9.10.0';

type Handler = (request: express.Request, response: express.Response) => void;

interface ParseServer {
  start(): Promise<unknown>;
  readonly app: Handler;
}

interface ParseModule {
  readonly ParseServer: new (options: object) => ParseServer;
}

/** What the trigger is given. */
interface Saving {
  readonly object: { get(name: string): unknown };
}

/** The part of Parse's global that a trigger is written with. */
interface Parse {
  readonly Cloud: { beforeSave(name: string, trigger: (saving: Saving) => void): void };
}

const FIELDS = ['election', 'voter', 'key', 'candidate'];
const CLASS = {
  className: 'Ballot',
  fields: Object.fromEntries(FIELDS.map((name) => [name, { type: 'String', required: true }])),
  classLevelPermissions: { create: { '*': true } },
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Serves the elections from an empty Postgres database, on the addresses of ours.
 * @returns where
 */
export async function serveParse(
  elections: readonly Election[],
  origin: string,
  databaseURI: string,
): Promise<string> {
  const app = express().disable('x-powered-by').disable('etag');
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const appId = 'voix';
  const parse = quietly({
    databaseURI,
    appId,
    masterKey: randomBytes(16).toString('hex'),
    serverURL: `${url}/parse`,
    allowOrigin: origin,
    schema: { definitions: [CLASS], strict: true },
    allowClientClassCreation: false,
    silent: true,
    logsFolder: null,
    cloud: () => checkBallots(elections),
  });
  await parse.start();
  const database = new pg.Pool({ connectionString: databaseURI, max: 2 });
  for (const unique of ['voter', 'key'])
    await database.query(`CREATE UNIQUE INDEX ballot_${unique} ON "Ballot" (election, ${unique})`);

  const secret = randomBytes(32);
  app.post('/elections/:id/ballots', express.json({ limit: '16kb' }), (request, response) => {
    const election = request.params['id'] ?? '';
    const device = /^Device ([\w-]{22})$/.exec(request.headers.authorization ?? '')?.[1];
    if (!device || request.headers.origin !== origin) return void response.status(403).json({});
    const voter = createHmac('sha256', secret).update(`${election}|${device}`).digest('base64url');
    const { choice } = request.body as { choice?: { candidate?: string } };
    request.body = { election, voter, key: request.get('Idempotency-Key'), candidate: choice?.candidate };
    request.headers['x-parse-application-id'] = appId;
    request.url = '/classes/Ballot';
    parse.app(request, response);
  });
  app.get('/elections/:id/results', async (request, response) => {
    const counted = 'SELECT count(*)::int AS ballots FROM "Ballot" WHERE election = $1';
    const { rows } = await database.query<{ ballots: number }>(counted, [request.params.id]);
    response.json({ results: { ballots: rows[0]?.ballots } });
  });
  return url;
}

/** Whoever starts us reads our address on the standard output, where Parse gives advice on later versions. */
function quietly(options: object): ParseServer {
  process.env['PARSE_SERVER_LOGS_FOLDER'] = 'null';
  const { ParseServer } = installed<ParseModule>('parse-server', VERSION);
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  try {
    return new ParseServer(options);
  } finally {
    process.stdout.write = write;
  }
}

function checkBallots(elections: readonly Election[]): void {
  const known = new Map(elections.map((election) => [election.id, election]));
  const { Cloud } = (globalThis as unknown as { readonly Parse: Parse }).Parse;
  Cloud.beforeSave('Ballot', ({ object }) => {
    const election = known.get(String(object.get('election')));
    if (!election) throw new Error('election');
    const now = Date.now();
    const { voting, counting } = election.calendar;
    if (now < Date.parse(voting) || now >= Date.parse(counting)) throw new Error('closed');
    if (!UUID.test(String(object.get('key')))) throw new Error('key');
    if (!election.candidates.some(({ id }) => id === object.get('candidate'))) throw new Error('candidate');
  });
}
