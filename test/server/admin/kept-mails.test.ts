import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MailsAnswer } from '../../../src/protocol/admin/notices.js';
import { anAdmin } from '../support/admin.js';

const DAY = 24 * 3_600_000;

describe('mails that went', () => {
  it('go after thirty days, though no other leaves; the log says how many, and nobody’s address', async (t) => {
    const { ask, topics, server, wall, log, signIn } = await anAdmin(t);
    const mail = { recipient: 'lea@post.test', subject: 'Bonjour', text: 'Léa' };
    const at = wall.now();
    await topics.mails.put(mail, at);
    const list = async () => {
      const answer = await ask('/admin/mails', { cookie: await signIn() });
      return ((await answer.json()) as MailsAnswer).mails.filter(({ to }) => to === mail.recipient);
    };
    await server.turn();
    assert.equal((await list())[0]?.state, 'sent');
    wall.set(at + 30 * DAY - 1);
    await server.turn();
    assert.equal((await list()).length, 1);
    wall.set(at + 30 * DAY + 3_600_000);
    await server.turn();
    assert.deepEqual(await list(), []);
    assert.deepEqual(
      log.filter(({ event }) => event === 'mails-purged'),
      [{ event: 'mails-purged', level: 'info', mails: 1 }],
    );
  });
});
