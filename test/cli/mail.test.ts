import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { Failure } from '../../src/cli/failure.js';
import { mailOf, mailTrouble } from '../../src/cli/mail.js';
import { startVoix } from './command.js';
import { openElection, writeElection } from './election.js';
import { temporaryFolder } from './support.js';

/** The address of a port that nobody listens on. */
async function nobody(): Promise<string> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `smtp://127.0.0.1:${port}`;
}

describe('how letters leave, as the environment says', () => {
  it('by SMTP where a server is named, else into the data folder', () => {
    assert.equal(mailOf('/data', {}).delivery, 'folder');
    assert.equal(mailOf('/data', { VOIX_SMTP: '', VOIX_MAIL_FROM: '' }).delivery, 'folder');
    for (const VOIX_SMTP of ['smtps://user:p%40ss@smtp.brand.test', 'smtp://[::1]:2525'])
      assert.equal(mailOf('/data', { VOIX_SMTP }).delivery, 'smtp', VOIX_SMTP);
  });

  it('an address that is none is refused, and its password not repeated', () => {
    for (const VOIX_SMTP of [
      'smtp.brand.test',
      'smtp.brand.test:587',
      'https://smtp.brand.test',
      'smtps:',
      'smtp://user:s3cret@smtp.brand.test:none',
      'smtp://user:s3cret#smtp.brand.test',
    ])
      assert.throws(
        () => mailOf('/data', { VOIX_SMTP }),
        (thrown) =>
          thrown instanceof Failure &&
          thrown.message.startsWith('VOIX_SMTP is no') &&
          !/s3cret/.test(thrown.message),
        VOIX_SMTP,
      );
  });

  it('a sender is an address, with a name before it or without', () => {
    for (const VOIX_MAIL_FROM of ['a@brand.test', 'Brand <a@brand.test>', '"Brand, Ltd" <a@brand.test>'])
      assert.ok(mailOf('/data', { VOIX_MAIL_FROM }), VOIX_MAIL_FROM);
    for (const VOIX_MAIL_FROM of ['Brand', 'Brand <brand.test>', 'a@brand.test, b@brand.test', 'a@b <c'])
      assert.throws(() => mailOf('/data', { VOIX_MAIL_FROM }), /^Failure: VOIX_MAIL_FROM is/, VOIX_MAIL_FROM);
  });

  it('a server that would take a letter is no trouble; one that knows nobody, and one that is not there, are', async (t) => {
    const server = new SMTPServer({
      logger: false,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        password === 'right'
          ? done(null, { user: username })
          : done(Object.assign(new Error('nobody here'), { responseCode: 535 })),
    }).on('error', () => undefined);
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = listening.address() as AddressInfo;
    const troubleWith = (VOIX_SMTP: string) => mailTrouble(mailOf('/data', { VOIX_SMTP }));

    assert.equal(await mailTrouble(mailOf('/data', {})), undefined);
    assert.equal(await troubleWith(`smtp://maison:right@127.0.0.1:${port}`), undefined);
    const unknown = await troubleWith(`smtp://maison:wrong@127.0.0.1:${port}`);
    assert.match(unknown ?? '', /^No letter can leave now: .*535 nobody here.* tried again for three days/);
    assert.doesNotMatch(unknown ?? '', /wrong@|maison/);
    assert.match((await troubleWith(await nobody())) ?? '', /ECONNREFUSED/);
  });

  it('`voix serve` begins with no address that is none, and says of a server that is not there, and serves', async () => {
    const folder = await temporaryFolder();
    const file = await writeElection(folder, openElection());
    const args = [
      'serve',
      file,
      '--data',
      join(folder, 'data'),
      '--key',
      join(folder, 'log.key'),
      '--port',
      '0',
    ];
    const { code, stderr } = await startVoix(args, { VOIX_SMTP: 'smtp.brand.test' }).ended;
    assert.equal(code, 1);
    assert.match(stderr, /^voix: VOIX_SMTP is no address of a mail server/);

    const server = startVoix(args, { VOIX_SMTP: await nobody() });
    const address = await server.line(/at (http:\/\/[^\s]+) \(/);
    await server.line(/No letter can leave now: .*ECONNREFUSED/);
    assert.equal((await fetch(`${address}/healthz`)).status, 200);
    server.process.kill('SIGTERM');
    assert.equal((await server.ended).code, 0);
  });
});
