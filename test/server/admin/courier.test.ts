import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Admin } from '../../../src/server/admin/admin.js';
import { deliverDue } from '../../../src/server/admin/courier.js';
import { anAdmin } from '../support/admin.js';

test('a mail goes once, and an event, though two processes send and each of them takes its time', async (t) => {
  const { topics, wall } = await anAdmin(t);
  const at = wall.now();
  for (const name of ['ada', 'ben', 'eve'])
    await topics.mails.put({ recipient: `${name}@post.test`, subject: 'Bonjour', text: name }, at);
  const webhook = {
    id: 'w',
    url: 'https://brand.test/hook',
    events: ['test'],
    secret: 'whsec_MDAw',
    made: at,
  };
  await topics.webhooks.add(webhook, null);
  for (const body of ['1', '2', '3']) await topics.webhooks.tell('test', body, at);
  const left: string[] = [];
  const courier = (takes: number, meanwhile: () => Promise<unknown> = async () => undefined) => {
    const leaves = async (what: string) => {
      left.push(what);
      wall.set(wall.now() + takes);
      await meanwhile();
    };
    const admin: Admin = {
      mailer: { delivery: 'smtp', send: ({ to }) => leaves(to) },
      deliver: {
        check: async () => undefined,
        post: async (_url, _headers, body) => {
          await leaves(body);
          return 204;
        },
      },
      now: () => wall.now(),
      hurry: () => undefined,
      enterLater: () => undefined,
      failed: (_what, thrown) => assert.fail(String(thrown)),
    };
    return admin;
  };
  const second = courier(0);
  // Two of them are longer than nobody else takes what is under way.
  const first = courier(70_000, async () => {
    if (left.length === 2 || left.length === 5) await deliverDue(second, topics);
  });
  while (left.length < 6) await deliverDue(first, topics);
  assert.deepEqual(left.sort(), ['1', '2', '3', 'ada@post.test', 'ben@post.test', 'eve@post.test']);
});
