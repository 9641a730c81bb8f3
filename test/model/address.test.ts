import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { safeAddress } from '../../src/model/address.js';

const PAGE = 'https://brand.example/vote/';

const TRICKS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0000javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  'java\rscript:alert(1)',
  'javascript\n:alert(1)',
  'javascript://brand.example/%0aalert(1)',
  'javascript:/*https://brand.example*/alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'vbscript:msgbox(1)',
  'blob:https://brand.example/2f1b',
  'filesystem:https://brand.example/temporary/a',
  'file:///etc/passwd',
  'about:blank',
  'view-source:https://brand.example/',
  'ws://brand.example/',
  'wss://brand.example/',
  'ftp://brand.example/a',
  'mailto:a@brand.example',
  'tel:+33123456789',
  'intent://brand.example#Intent;scheme=http;end',
  'ms-settings:',
  'chrome://settings',
  'http://brand.example/a',
  'http://elsewhere.example/a',
  'http:\\\\elsewhere.example/a',
  'https://user@elsewhere.example/',
  'https://user:secret@elsewhere.example/',
  'https://brand.example@elsewhere.example/',
  'https://brand.example%40elsewhere.example:x@elsewhere.example/',
  'https:\\\\user@elsewhere.example',
  '//user@elsewhere.example/a',
  'https://',
  'https:// elsewhere.example/',
  'https://elsewhere.example:99999/',
  'https://[::1/',
  'https://a b/',
  'http://brand.example:80@elsewhere.example/',
  '',
];

for (const trick of TRICKS) {
  test(`is not let through: ${JSON.stringify(trick)}`, () => {
    assert.equal(safeAddress(trick, PAGE), undefined);
  });
}

for (const [address, expected] of [
  ['https://elsewhere.example/a.jpg', 'https://elsewhere.example/a.jpg'],
  ['HTTPS://Elsewhere.example/a', 'https://elsewhere.example/a'],
  ['//elsewhere.example/a', 'https://elsewhere.example/a'],
  ['/photos/a.jpg', 'https://brand.example/photos/a.jpg'],
  ['a.jpg', 'https://brand.example/vote/a.jpg'],
  ['../a.jpg?w=1#x', 'https://brand.example/a.jpg?w=1#x'],
  ['https:a.jpg', 'https://brand.example/vote/a.jpg'],
  ['https://élysée.example/', 'https://xn--lyse-9oac.example/'],
] as const) {
  test(`is let through: ${address}`, () => {
    const found = safeAddress(address, PAGE);
    assert.equal(found, expected === 'https://xn--lyse-9oac.example/' ? new URL(address).href : expected);
  });
}

test('http: is let through on the own host of a page that is itself served so, and nowhere else', () => {
  assert.equal(safeAddress('/a.jpg', 'http://localhost:3000/'), 'http://localhost:3000/a.jpg');
  assert.equal(safeAddress('http://localhost:3000/a', 'http://localhost:3000/'), 'http://localhost:3000/a');
  const backend = 'http://localhost:8080/media/a';
  assert.equal(safeAddress(backend, 'http://localhost:3000/'), backend, 'tried out on one machine');
  assert.equal(safeAddress(backend, 'http://127.0.0.1:3000/'), undefined);
  assert.equal(safeAddress(backend, 'https://localhost/'), undefined);
  assert.equal(
    safeAddress('https://elsewhere.example/', 'http://localhost:3000/'),
    'https://elsewhere.example/',
  );
});

test('an absent address, or a base that is none, is no address', () => {
  assert.equal(safeAddress(undefined, PAGE), undefined);
  assert.equal(safeAddress('a.jpg', 'nowhere'), undefined);
  assert.equal(safeAddress('a.jpg', 'about:blank'), undefined);
});

test('whatever is let through is https:, without a name and a password', () => {
  const pieces = fc.constantFrom(
    'https:',
    'http:',
    'javascript:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    '\n',
    '\t',
    ' ',
    'a',
    '%40',
    '?',
    '#',
    '.example',
  );
  const address = fc.oneof(
    fc.webUrl(),
    fc.array(pieces, { maxLength: 10 }).map((all) => all.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(address, (address) => {
      const found = safeAddress(address, PAGE);
      if (found === undefined) return;
      const url = new URL(found);
      assert.deepEqual([url.protocol, url.username, url.password], ['https:', '', '']);
      assert.equal(safeAddress(found, PAGE), found);
    }),
    { numRuns: 2000 },
  );
});
