import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { voix } from './command.js';

describe('voix', () => {
  it('says which version it is', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.deepEqual(await voix('--version'), { code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
