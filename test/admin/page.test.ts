import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { embedOf } from '../../src/elements/voix-video/embed.js';
import type { Video } from '../../src/model/election.js';

const VIDEOS: readonly Video[] = [
  { provider: 'youtube', id: 'dQw4w9WgXcQ' },
  { provider: 'vimeo', id: '123456789' },
  { provider: 'dailymotion', id: 'x8abcde' },
];

describe('the desk’s page', () => {
  it('lets candidates’ videos be watched: files, and the providers that may be framed, no others', async () => {
    const page = await readFile('src/admin/page/index.html', 'utf8');
    const hosts = VIDEOS.map((video) => embedOf(video, 'https://backend.test/')).map((embed) =>
      embed?.kind === 'frame' ? `https://${embed.host}` : '',
    );
    assert.deepEqual(/ frame-src ([^;]+);/.exec(page)?.[1]?.split(' '), hosts);
    assert.match(page, / media-src 'self' https:;/);
  });
});
