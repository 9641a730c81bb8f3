import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { base64 } from '../../../src/log/base64.js';
import { verifyEd25519 } from '../../../src/log/ed25519.js';
import { openCheckpoint } from '../../../src/log/open-checkpoint.js';
import { makeKey, openLogKey, readKey } from '../../../src/server/signing/node-key.js';
import { keyOf } from '../support/signed.js';

async function aFile(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'voix-key-'));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, 'log.key');
}

test('a key is its owner’s to read, and never written over', async (t) => {
  const file = await aFile(t);
  await makeKey(file);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const pem = await readFile(file, 'utf8');
  assert.match(pem, /^-----BEGIN PRIVATE KEY-----\n/);
  await assert.rejects(makeKey(file), { code: 'EEXIST' });
  assert.equal(await readFile(file, 'utf8'), pem);
});

test('it signs what others verify, the same after it was read again', async (t) => {
  const file = await aFile(t);
  await makeKey(file);
  const { signer } = await openLogKey(file);
  const note = await signer.sign('a.test/b', 'a.test/b\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n');
  const again = (await openLogKey(file)).signer;
  assert.equal((await openCheckpoint(note, [keyOf(again.vkey('a.test/b'))]))?.size, 0);
});

test('a key that others made is as good: the example of RFC 8410', async (t) => {
  const file = await aFile(t);
  await writeFile(
    file,
    '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n',
  );
  const { publicKey, sign } = await readKey(file);
  assert.equal(base64(publicKey), 'Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=');
  const message = new TextEncoder().encode('hello');
  assert.ok(await verifyEd25519(publicKey, message, await sign(message)));
});

test('what is no such key is said so by its name', async (t) => {
  const file = await aFile(t);
  await assert.rejects(readKey(file), { code: 'ENOENT' });
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  for (const text of ['', 'not a key', rsa.export({ type: 'pkcs8', format: 'pem' })]) {
    await writeFile(file, text);
    await assert.rejects(readKey(file), /log\.key is not an Ed25519 key/);
  }
});
