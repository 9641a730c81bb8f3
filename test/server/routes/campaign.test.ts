/** What a whole campaign shows, and what follows the vote, as a real database has it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CampaignEntry, Seat } from '../../../src/model/campaign.js';
import type { Mandate, MandateView } from '../../../src/model/mandate.js';
import { createElectionServer, type ElectionServer } from '../../../src/server/server.js';
import type { Storage } from '../../../src/server/storage/storage.js';
import { aBackend, anElection, aRead, CLOSES, DURING, PAGE, SECRET, SetClock } from '../support/backend.js';
import { assertProblem } from '../support/problem.js';
import { aCast, castAll, many, vote } from '../storage/casts.js';
import { openSqliteHere } from '../support/sqlite-here.js';

const mandate: Mandate = {
  response: { kind: 'welcomed', text: 'Bienvenue.', at: '2026-12-02T09:00:00Z' },
  milestones: [{ id: 'visite', title: 'Visite', at: '2027-01-05T09:00:00+01:00', place: 'Brive' }],
  reports: [],
  privileges: ['Un bureau.'],
  obligations: ['Un compte rendu par mois.'],
};

describe('a campaign', () => {
  const clock = new SetClock(DURING);
  let folder: string;
  let storage: Storage;
  let server: ElectionServer;
  const read = async <T>(path: string, headers = {}): Promise<T> => {
    const response = await server.fetch(aRead(path, headers));
    assert.equal(response.status, 200);
    return (await response.json()) as T;
  };
  const entries = async () => {
    const answer = await read<{ entries: CampaignEntry[] }>('/campaign');
    return new Map(answer.entries.map((entry) => [entry.id, entry]));
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voix-campaign-'));
    storage = await openSqliteHere(join(folder, 'voix.db'), { now: () => clock.now() });
    server = createElectionServer({ storage, clock, secret: SECRET });
    const put = (election: ReturnType<typeof anElection>, origins = [PAGE]) =>
      storage.putElection({ election, origins });
    await put(anElection('ouverte'));
    await put(anElection('cachee', { visibility: 'until-voted' }));
    await put(anElection('ailleurs'), ['https://other.test']);
    await put(anElection('vide'));
    await castAll(storage, [...many(3, 'ouverte'), aCast('ouverte', { choice: vote('bruno') })]);
    await castAll(storage, many(5, 'cachee', { choice: vote('chloe') }));
    await storage.topics?.mandate.put('ouverte', mandate, 0);
  });

  after(async () => {
    await server.close();
    await storage.close();
    await rm(folder, { recursive: true });
  });

  it('lists the elections that the page may show, each with its turnout and who leads', async () => {
    const all = await entries();
    assert.deepEqual([...all.keys()], ['cachee', 'ouverte', 'vide']);
    const open = all.get('ouverte');
    assert.deepEqual([open?.ballots, open?.permille, open?.leaders?.[0]?.name], [4, 750, 'amina']);
    assert.deepEqual([all.get('vide')?.ballots, all.get('vide')?.leaders], [0, undefined]);
  });

  it('says nothing of results that are hidden, until they are everyone’s', async () => {
    const answer = await server.fetch(aRead('/campaign'));
    const text = JSON.stringify(((await answer.json()) as { entries: CampaignEntry[] }).entries[0]);
    assert.doesNotMatch(text, /chloe|ballots|leaders|permille/);
    clock.set(CLOSES);
    assert.equal((await entries()).get('cachee')?.ballots, 5);
    clock.set(DURING);
  });

  it('seats presidents from the proclamation on, with the brand’s response and the next dates', async () => {
    assert.deepEqual(await read('/assembly'), { clock: { now: DURING, rate: 1 }, seats: [] });
    clock.set(CLOSES);
    const { seats } = await read<{ seats: Seat[] }>('/assembly');
    assert.deepEqual(
      seats.map(({ election, president, votes }) => [election, president.name, votes]),
      [
        ['cachee', 'chloe', 5],
        ['ouverte', 'amina', 3],
      ],
    );
    assert.deepEqual([seats[1]?.response, seats[1]?.agenda[0]?.title], ['welcomed', 'Visite']);
    assert.equal(seats[0]?.response, undefined);
    clock.set(DURING);
  });

  it('shows a mandate as it was written, and `null` where nothing was', async () => {
    assert.deepEqual((await read<MandateView>('/elections/ouverte/mandate')).mandate, mandate);
    assert.equal((await read<MandateView>('/elections/vide/mandate')).mandate, null);
    await assertProblem(await server.fetch(aRead('/elections/nulle-part/mandate')), 'election-unknown');
    const elsewhere = aRead('/elections/ailleurs/mandate', { Origin: PAGE });
    await assertProblem(await server.fetch(elsewhere), 'origin-refused');
  });
});

it('a storage that keeps nothing besides ballots offers none of it', async () => {
  const backend = await aBackend([anElection('maison')]);
  for (const path of ['/campaign', '/assembly', '/elections/maison/mandate'])
    await assertProblem(await backend.server.fetch(aRead(path)), 'unsupported');
});
