/** Mail through nodemailer, over a socket, to a server that takes it, refuses it or is not there. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { smtpMailer } from '../../../src/server/mail/node-mailer.js';
import { anAdmin } from '../support/admin.js';

const FROM = 'Maison <elections@brand.test>';
const MAIL = { to: 'ada@clients.test', subject: 'Vous êtes candidat·e', text: 'Bonjour Ada,\n\nÀ vous.\n' };
const LETTER = { recipient: MAIL.to, subject: MAIL.subject, text: MAIL.text };

interface Got {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: string;
}

/** Takes what comes, in plain text unless told otherwise. */
async function aMailServer(t: TestContext, options: SMTPServerOptions = {}, at = 0) {
  const got: Got[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    ...options,
    onData(stream, { envelope: { mailFrom, rcptTo } }, done) {
      let message = '';
      stream.setEncoding('utf8');
      stream.on('data', (piece: string) => (message += piece));
      stream.on('end', () => {
        const from = mailFrom ? mailFrom.address : '';
        got.push({ from, to: rcptTo.map(({ address }) => address), message });
        done();
      });
    },
  });
  // A client that leaves in the middle is its own affair.
  server.on('error', () => undefined);
  const http = server.listen(at, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  t.after(close);
  return { got, port, close, url: `smtp://127.0.0.1:${port}` };
}

/** A refusal as an SMTP server makes it. */
const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

describe('mail by SMTP', () => {
  it('arrives as it was written, from the brand, to one address alone', async (t) => {
    const { got, url } = await aMailServer(t);
    const mailer = smtpMailer(url, FROM);
    await mailer.send(MAIL);
    const [{ from, to, message } = { from: '', to: [], message: '' }] = got;
    assert.deepEqual([from, to], ['elections@brand.test', [MAIL.to]]);
    assert.match(message, /^From: Maison <elections@brand\.test>\r$/m);
    assert.match(message, /^Subject: =\?UTF-8\?Q\?Vous_=C3=AAtes_candidat=C2=B7e\?=\r$/m);
    assert.match(message, /=C3=80 vous\.|À vous\./);
    assert.doesNotMatch(message, /text\/html/);
    await mailer.send({ ...MAIL, to: '"a, eve@evil.test"@clients.test' }).catch(() => undefined);
    assert.equal(got.flatMap((one) => one.to).includes('eve@evil.test'), false, 'a comma adds nobody');
  });

  it('says who it is where the server asks', async (t) => {
    const asked: unknown[] = [];
    const { got, port } = await aMailServer(t, {
      authOptional: false,
      onAuth: ({ username, password }, _session, done) => {
        asked.push(username, password);
        if (password === 'pass word') done(null, { user: username });
        else done(refusal(535, 'no'));
      },
    });
    await smtpMailer(`smtp://maison:pass%20word@127.0.0.1:${port}`, FROM).send(MAIL);
    assert.deepEqual(asked, ['maison', 'pass word']);
    await assert.rejects(smtpMailer(`smtp://maison:wrong@127.0.0.1:${port}`, FROM).send(MAIL), /535/);
    assert.equal(got.length, 1);
  });

  it('goes to no server that offers to encrypt, and cannot prove who it is', async (t) => {
    const { got, url } = await aMailServer(t, { disabledCommands: [] });
    await assert.rejects(smtpMailer(url, FROM).send(MAIL), /certificate/);
    assert.equal(got.length, 0);
  });

  it('that is refused for its recipient is kept with what was said, and tried again', async (t) => {
    const says = { full: true };
    const { got, url } = await aMailServer(t, {
      onRcptTo: (_address, _session, done) => done(says.full ? refusal(552, 'mailbox full') : null),
    });
    const { server, topics, wall, log } = await anAdmin(t, [], { mailer: smtpMailer(url, FROM) });
    await topics.mails.put(LETTER, wall.now());
    await server.turn();
    const [kept] = await topics.mails.page(1);
    assert.equal(kept?.state, 'waiting');
    assert.match(kept?.failure ?? '', /552 mailbox full/);
    assert.doesNotMatch(JSON.stringify(log), /ada@clients/, 'no address in the log');
    says.full = false;
    wall.set(kept?.next ?? 0);
    await server.turn();
    assert.deepEqual(
      got.map(({ to }) => to),
      [[MAIL.to]],
    );
    assert.equal((await topics.mails.page(1))[0]?.state, 'sent');
  });

  it('that finds no server waits, and leaves once when there is one again', async (t) => {
    const before = await aMailServer(t);
    const { server, topics, wall } = await anAdmin(t, [], { mailer: smtpMailer(before.url, FROM) });
    await before.close();
    await topics.mails.put(LETTER, wall.now());
    await server.turn();
    const [kept] = await topics.mails.page(1);
    assert.equal(kept?.state, 'waiting');
    assert.match(kept?.failure ?? '', /ECONNREFUSED/);

    const { got } = await aMailServer(t, {}, before.port);
    await server.turn();
    assert.equal(got.length, 0, 'not before its time');
    wall.set(kept?.next ?? 0);
    await server.turn();
    await server.turn();
    assert.equal(got.length, 1);
  });
});
