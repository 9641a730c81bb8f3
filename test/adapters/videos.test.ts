import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLine, type Ask } from '../../src/adapters/http/line.js';
import { videosOver } from '../../src/adapters/http/videos.js';
import { ElectionError } from '../../src/model/errors.js';

const VIDEO = { provider: 'file', id: '/media/a-10.mp4' };

/** A backend that takes pieces of four bytes, and fails as often as it is told to. */
function backend() {
  const got: { route: string; range: string | null; text: string }[] = [];
  const state = { failures: 0, begun: 0 };
  const ask: Ask = async (route, _election, parse, _options, init) => {
    const headers = new Headers(init?.headers);
    if (route.endsWith('/videos')) {
      state.begun++;
      return parse({ upload: 'a-10', piece: 4 } as never, headers);
    }
    if (state.failures-- > 0) throw new ElectionError('offline', { retryAfter: 0 });
    const text = await new Response(init?.body ?? null).text();
    const range = headers.get('Content-Range');
    got.push({ route, range, text });
    return parse({ video: range?.startsWith('bytes 8-') ? VIDEO : null } as never, headers);
  };
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  return {
    got,
    state,
    offer: videosOver(
      createLine(
        ask,
        () => ({}),
        () => storage as never,
      ),
    ),
  };
}

const film = () => new Blob(['0123456789'], { type: 'video/mp4' });

describe('a video on its way', () => {
  it('goes in pieces, and says how far it is', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { got, offer } = backend();
    const parts: number[] = [];
    const video = await offer.video('maison', film(), { onProgress: (part) => parts.push(part) });
    assert.deepEqual(video, VIDEO);
    assert.deepEqual(
      got.map(({ range, text }) => [range, text]),
      [
        ['bytes 0-3/10', '0123'],
        ['bytes 4-7/10', '4567'],
        ['bytes 8-9/10', '89'],
      ],
    );
    assert.equal(got[0]?.route, '/elections/maison/videos/a-10');
    assert.deepEqual(parts, [0, 0.4, 0.8]);
  });

  it('is given up after five tries, and goes on where it was when the same is sent again', async (t) => {
    t.mock.method(Math, 'random', () => 0);
    const { got, state, offer } = backend();
    const one = film();
    const cut = new Promise<void>((resolve, reject) => {
      const onProgress = (part: number) => void (part === 0.4 && (state.failures = 5));
      offer.video('maison', one, { onProgress }).then(() => reject(new Error('it came')), resolve);
    });
    await cut;
    assert.equal(got.length, 1);
    assert.deepEqual(await offer.video('maison', one), VIDEO);
    assert.deepEqual(
      got.map(({ text }) => text),
      ['0123', '4567', '89'],
    );
    assert.equal(state.begun, 1);
  });

  it('a piece that is cut off a few times is sent again', async (t) => {
    t.mock.method(Math, 'random', () => 0);
    const { state, offer } = backend();
    state.failures = 4;
    assert.deepEqual(await offer.video('maison', film()), VIDEO);
  });

  it('stops when it is told to, while it waits to try again', async () => {
    const { state, offer } = backend();
    state.failures = 99;
    const abort = new AbortController();
    const sent = offer.video('maison', film(), { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('enough')), 5);
    await assert.rejects(sent, /enough/);
  });
});
