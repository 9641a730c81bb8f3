import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { embedOf } from '../../../src/elements/voix-video/embed.js';
import type { Video, VideoProvider } from '../../../src/model/election.js';

const BASE = 'https://brand.example/election';
const of = (provider: string, id: string) =>
  embedOf({ provider: provider as VideoProvider, id } as Video, BASE);

describe('where a video comes from', () => {
  it('an allowed provider: its host that keeps least of the visitor', () => {
    assert.deepEqual(of('youtube', 'dQw4w9WgXcQ'), {
      kind: 'frame',
      host: 'www.youtube-nocookie.com',
      src: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1',
    });
    assert.deepEqual(of('vimeo', '76979871'), {
      kind: 'frame',
      host: 'player.vimeo.com',
      src: 'https://player.vimeo.com/video/76979871?autoplay=1&dnt=1',
    });
    const dailymotion = of('dailymotion', 'x7tgad0');
    assert.equal(dailymotion?.kind === 'frame' && new URL(dailymotion.src).host, 'geo.dailymotion.com');
  });

  it('a file: https, or the page’s own origin', () => {
    assert.deepEqual(of('file', 'https://media.example/a.mp4'), {
      kind: 'file',
      src: 'https://media.example/a.mp4',
    });
    assert.deepEqual(of('file', '/films/a.mp4'), { kind: 'file', src: 'https://brand.example/films/a.mp4' });
  });

  it('a file that the page itself holds, and nobody else’s', () => {
    const own = 'blob:https://brand.example/1c2d';
    assert.deepEqual(of('file', own), { kind: 'file', src: own });
    for (const address of [
      'blob:https://brand.example.evil.example/1c2d',
      'blob:null/1c2d',
      'blob:',
      ' blob:x',
    ])
      assert.equal(of('file', address), undefined, address);
  });

  it('another provider, or one that every object has by name: nowhere', () => {
    for (const provider of ['', 'tiktok', 'constructor', '__proto__', 'toString', 'YouTube', 'youtube '])
      assert.equal(of(provider, 'dQw4w9WgXcQ'), undefined, provider);
  });

  it('an id that is not of its provider’s form: nowhere', () => {
    const ids: Readonly<Record<string, readonly string[]>> = {
      youtube: [
        '',
        'short',
        'dQw4w9WgXcQ1',
        'dQw4w9WgXc/',
        '../../evil12',
        'dQw4w9WgXc?',
        'dQw4w9WgXcQ\n',
        'ｄQw4w9WgXcQ',
      ],
      vimeo: ['', '12345', '1234567890123', '76979871?x', '7697987１', '-76979871', '76979871#'],
      dailymotion: ['', 'x7tg', 'x7tgad0/../..', 'x7tg ad0', 'x7tgad0&x=1', 'x7tgad0x7tgad0'],
    };
    for (const [provider, wrong] of Object.entries(ids))
      for (const id of wrong) assert.equal(of(provider, id), undefined, `${provider} ${JSON.stringify(id)}`);
  });

  it('an address that is no film’s: nowhere', () => {
    for (const id of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'blob:https://shop.example/0',
      'file:///etc/passwd',
      'http://media.example/a.mp4',
      'https://user:secret@media.example/a.mp4',
      '//user@media.example/a.mp4',
      'https://',
      '',
    ])
      assert.equal(of('file', id), undefined, id);
  });
});
