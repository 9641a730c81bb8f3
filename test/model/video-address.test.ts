import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOfVideo, videoAt } from '../../src/model/video-address.js';

const youtube = { provider: 'youtube', id: 'dQw4w9WgXcQ' };

describe('the video at an address', () => {
  for (const [address, video] of [
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', youtube],
    ['https://www.youtube.com/watch?list=a&v=dQw4w9WgXcQ&t=3', youtube],
    [' https://youtu.be/dQw4w9WgXcQ?si=abc ', youtube],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', youtube],
    ['https://vimeo.com/76979871', { provider: 'vimeo', id: '76979871' }],
    ['https://player.vimeo.com/video/76979871?h=1', { provider: 'vimeo', id: '76979871' }],
    ['https://www.dailymotion.com/video/x8abc12', { provider: 'dailymotion', id: 'x8abc12' }],
    ['https://dai.ly/x8abc12', { provider: 'dailymotion', id: 'x8abc12' }],
  ] as const)
    it(address, () => assert.deepEqual(videoAt(address), video));

  for (const address of [
    '',
    'dQw4w9WgXcQ',
    'javascript:alert(1)//youtu.be/dQw4w9WgXcQ',
    'http://youtu.be/dQw4w9WgXcQ',
    'https://youtu.be.evil.example/dQw4w9WgXcQ',
    'https://evil.example/?https://youtu.be/dQw4w9WgXcQ',
    'https://youtu.be@evil.example/dQw4w9WgXcQ',
    'https://user@youtu.be/dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQQ',
    'https://vimeo.com/channels/staffpicks',
  ])
    it(`none at ${address || 'nothing'}`, () => assert.equal(videoAt(address), undefined));

  it('is found again at the address that people know', () => {
    for (const video of [
      youtube,
      { provider: 'vimeo', id: '76979871' },
      { provider: 'dailymotion', id: 'x8abc12' },
    ])
      assert.deepEqual(videoAt(addressOfVideo(video as typeof youtube & { provider: 'youtube' })), video);
  });
});
