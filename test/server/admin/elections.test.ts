import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Election } from '../../../src/model/election.js';
import type { AdminElectionAnswer, AdminResultsAnswer } from '../../../src/protocol/admin/elections.js';
import { anElection, aRead, aVote, CLOSES, OPENS, PAGE, plurality } from '../support/backend.js';
import { anAdmin, MODERATOR } from '../support/admin.js';
import { assertProblem } from '../support/problem.js';

const PATH = '/admin/elections/maison';

async function aDesk(t: TestContext, elections: readonly Election[] = [anElection('maison')]) {
  const admin = await anAdmin(t, elections);
  const cookie = await admin.signIn(MODERATOR);
  const read = async (): Promise<AdminElectionAnswer> =>
    (await (await admin.ask(PATH, { cookie })).json()) as AdminElectionAnswer;
  const change = (seen: AdminElectionAnswer, more: object, note?: string) =>
    admin.ask(`${PATH}/change`, {
      cookie,
      body: {
        version: seen.version,
        origins: seen.origins,
        election: { ...seen.election, ...more },
        ...(note !== undefined && { note }),
      },
    });
  return { ...admin, cookie, read, change };
}

describe('an election', () => {
  it('is made here, is there for its page at once, and its id is taken', async (t) => {
    const { ask, cookie, server, topics } = await aDesk(t, []);
    const body = { election: anElection('maison', {}, []), origins: [PAGE] };
    const made = await ask('/admin/elections/create', { cookie, body });
    assert.equal(made.status, 200, await made.clone().text());
    assert.equal(((await made.json()) as AdminElectionAnswer).phase, 'voting');
    assert.equal((await server.fetch(aRead('/elections/maison'))).status, 200);
    await assertProblem(await ask('/admin/elections/create', { cookie, body }), 'id-taken');
    const wrong = { ...body, election: { ...body.election, id: 'x', title: '' } };
    const problem = await assertProblem(
      await ask('/admin/elections/create', { cookie, body: wrong }),
      'body-invalid',
    );
    assert.match(problem.detail ?? '', /^election\.title: This is empty/);
    assert.deepEqual(
      (await topics.trail.page(5, { election: 'maison' })).map(({ act, name }) => [act, name]),
      [['election-created', 'Max']],
    );
  });

  it('is edited by two at once: the second is told, and clobbers nothing', async (t) => {
    const { clock, read, change } = await aDesk(t);
    clock.set(OPENS - 1);
    const seen = await read();
    const answers = await Promise.all(['A', 'B', 'C'].map((title) => change(seen, { title })));
    const done = answers.filter(({ status }) => status === 200);
    const [first] = done;
    assert.ok(first && done.length === 1);
    for (const answer of answers) if (answer.status !== 200) await assertProblem(answer, 'changed-meanwhile');
    assert.equal((await read()).election.title, ((await first.json()) as AdminElectionAnswer).election.title);
  });

  it('is locked once voting has opened; what still changes is an amendment that everyone sees', async (t) => {
    const { read, change, server } = await aDesk(t);
    const seen = await read();
    assert.ok(seen.locks.some(({ part, why }) => part === 'quorum' && why === 'voting'));
    const rules = { ...seen.election.rules, quorum: 3 };
    const locked = await assertProblem(await change(seen, { rules }, 'Pourquoi pas'), 'locked');
    assert.equal(locked.detail, 'quorum');
    const [amina, ...others] = seen.election.candidates;
    const candidates = [{ ...amina, slogan: 'Mieux' }, ...others];
    await assertProblem(await change(seen, { candidates: others }, 'Sans elle'), 'locked');
    await assertProblem(await change(seen, { candidates }), 'note-missing');
    const forged = [{ at: '2020-01-01T00:00:00Z', parts: ['title'], note: 'x' }];
    const changed = await change(seen, { candidates, amendments: forged }, 'Une faute de frappe');
    assert.equal(changed.status, 200, await changed.clone().text());
    const shown = (await (await server.fetch(aRead('/elections/maison'))).json()) as { election: Election };
    assert.deepEqual(shown.election.amendments, [
      { at: '2026-11-15T12:34:56.789Z', parts: ['profiles'], note: 'Une faute de frappe' },
    ]);
    const look = await change(await read(), { brand: { ...seen.election.brand, colour: '#123456' } });
    assert.equal(((await look.json()) as AdminElectionAnswer).election.amendments?.length, 1);
  });
});

describe('results', () => {
  it('move before the brand’s eyes as they do for those who voted, and a ballot is ruled about', async (t) => {
    const { ask, cookie, server, topics } = await aDesk(t, [
      anElection('maison', { visibility: 'until-voted' }),
    ]);
    const receipt = (await (await server.fetch(aVote('maison'))).json()) as { ballot: string };
    await server.fetch(aVote('maison', { voter: 2, choice: plurality('bruno') }));
    const results = (await (await ask(`${PATH}/results`, { cookie })).json()) as AdminResultsAnswer;
    assert.deepEqual(results.counts, { amina: 1, bruno: 1 });
    assert.deepEqual(results.tiers, { device: { counted: 2, review: 0, invalidated: 0 } });
    const body = { ruling: 'review', ballot: receipt.ballot, reason: 'automation' };
    const ruled = (await (await ask(`${PATH}/rule`, { cookie, body })).json()) as AdminResultsAnswer;
    assert.deepEqual([ruled.ballots, ruled.tiers['device']?.review], [1, 1]);
    await assertProblem(
      await ask(`${PATH}/rule`, { cookie, body: { ...body, ballot: 'A'.repeat(22) } }),
      'ballot-unknown',
    );
    const [entry] = await topics.trail.page(1, { election: 'maison' });
    assert.deepEqual([entry?.act, entry?.detail], ['ballot-ruled', 'review: automation']);
  });

  it('hidden until the close are hidden from the brand, in every file too', async (t) => {
    const { ask, cookie, server, clock } = await aDesk(t, [
      anElection('maison', { visibility: 'until-close' }),
    ]);
    await server.fetch(aVote('maison'));
    const results = (await (await ask(`${PATH}/results`, { cookie })).json()) as AdminResultsAnswer;
    assert.deepEqual([results.hidden, results.counts, results.ballots], [true, {}, 1]);
    for (const file of ['ballots.csv', 'results.csv'])
      await assertProblem(await ask(`${PATH}/export/${file}`, { cookie }), 'openings-hidden');
    clock.set(CLOSES);
    const csv = await ask(`${PATH}/export/results.csv`, { cookie });
    assert.equal(csv.headers.get('Content-Disposition'), 'attachment; filename="maison-results.csv"');
    assert.match(await csv.text(), /^rank,candidate,name,votes,percent\r\n1,amina,amina,1,100\.0\r\n/);
    assert.match(await (await ask(`${PATH}/export/ballots.csv`, { cookie })).text(), /,device,amina,\r\n$/);
    const file = await ask(`${PATH}/export/election.json`, { cookie });
    assert.deepEqual(((await file.json()) as { origins: string[] }).origins, [PAGE]);
    await assertProblem(await ask(`${PATH}/export/passwd`, { cookie }), 'route-unknown');
  });
});

it('a mandate is written over the version that was seen', async (t) => {
  const { ask, cookie } = await aDesk(t);
  const mandate = { milestones: [], reports: [], privileges: ['Une visite'], obligations: [] };
  const write = (version: number) => ask(`${PATH}/mandate/change`, { cookie, body: { version, mandate } });
  assert.deepEqual(await (await ask(`${PATH}/mandate`, { cookie })).json(), { mandate: null, version: 0 });
  assert.equal((await write(0)).status, 200);
  await assertProblem(await write(0), 'changed-meanwhile');
  assert.deepEqual(await (await ask(`${PATH}/mandate`, { cookie })).json(), { mandate, version: 1 });
});
