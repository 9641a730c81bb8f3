import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { nodeHmac } from '../../src/server/node.js';
import { randomId } from '../../src/server/random-id.js';
import { createSecrets, sameSecret, webHmac } from '../../src/server/secrets.js';

const SECRET = new TextEncoder().encode('a secret of tests, thirty-two bytes long or so');

test('random ids are 22 characters, and all different', () => {
  const ids = Array.from({ length: 2000 }, randomId);
  for (const id of ids) assert.match(id, /^[\w-]{22}$/);
  assert.equal(new Set(ids).size, ids.length);
});

test('our HMAC in Node, Node’s own and the web’s are the same, whatever the secret and the text', async () => {
  const secret = fc.uint8Array({ minLength: 32, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(secret, fc.string({ unit: 'binary', maxLength: 300 }), async (secret, text) => {
      const expected = createHmac('sha256', secret).update(text).digest('hex');
      for (const hmac of [nodeHmac(secret), webHmac(secret)])
        assert.equal(Buffer.from(await hmac(text)).toString('hex'), expected);
    }),
  );
});

test('pseudonyms and passes are what the documented construction gives', async () => {
  const secrets = createSecrets(webHmac(SECRET));
  assert.equal(await secrets.pseudonym('maison', 'device'), await short('voter|maison|device'));
  assert.equal(await secrets.pass('maison'), await short('pass|maison'));
  async function short(text: string): Promise<string> {
    return Buffer.from(await nodeHmac(SECRET)(text))
      .subarray(0, 16)
      .toString('base64url');
  }
});

test('two texts are the same secret where they are equal, and not otherwise', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => assert.equal(sameSecret(a, b), a === b)));
  fc.assert(fc.property(fc.string(), (a) => assert.equal(sameSecret(a, a), true)));
});
