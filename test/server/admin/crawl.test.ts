/** I2: no act of the brand's people is a GET, either: a page that sends them to addresses does nothing in their name. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { ADMIN_OPERATIONS } from '../../../src/protocol/operations-admin.js';
import { anAdmin } from '../support/admin.js';
import { anElection, BASE, OPENS } from '../support/backend.js';

const paths = [...new Set(Object.values(ADMIN_OPERATIONS).map(({ path }) => path))];
const QUERIES = ['', '?decision=approve&id=c&version=1', '?_method=POST', '?role=owner&email=max@brand.test'];

describe('whoever is signed in', () => {
  it('changes nothing by following an address, whichever it is', async (t) => {
    const { server, storage, topics, clock, signIn } = await anAdmin(t, [anElection('maison')]);
    clock.set(OPENS - 1);
    const sent = {
      profile: { name: 'Léa', town: 'Brest', slogan: 'Des bocaux', manifesto: 'Oui.' },
      key: 'k',
    };
    await topics.candidacies.submit('maison', { id: 'c', person: 'p', ...sent });
    const asked = { kind: 'question', candidate: null, name: '', text: 'Et les bocaux ?' } as const;
    await topics.questions.ask('maison', { id: 'q', key: randomUUID(), person: 'p', ...asked });
    const cookie = await signIn();
    const state = async () => ({
      election: await storage.election('maison'),
      head: await storage.log?.head('maison'),
      candidacies: await topics.candidacies.ofElection('maison', 50),
      people: await topics.people.all(),
      trail: await topics.trail.page(50, {}),
    });
    const before = await state();
    let shown = 0;
    for (const method of ['GET', 'HEAD'])
      for (const path of paths)
        for (const query of QUERIES) {
          const address = BASE + path.replaceAll('{election}', 'maison').replaceAll(/\{\w+\}/g, 'c') + query;
          const headers = {
            Cookie: cookie,
            'X-HTTP-Method-Override': 'POST',
            'Sec-Fetch-Site': 'same-origin',
          };
          const answer = await server.fetch(new Request(address, { method, headers }));
          assert.ok(answer.status < 500, `${method} ${path}: ${answer.status}`);
          if (answer.ok) shown++;
          await answer.body?.cancel();
        }
    assert.ok(shown > 50, 'they were let in');
    assert.deepEqual(await state(), before);
  });
});
