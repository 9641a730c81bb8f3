import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { photoFromWeb } from '../../../src/server/share/node-photo.js';

describe('a photo from the web', () => {
  let server: Server;
  let photo: Buffer;
  let asked = 0;
  let base = '';

  before(async () => {
    const grey = { width: 40, height: 50, channels: 3 as const, background: '#888' };
    photo = await sharp({ create: grey }).jpeg().toBuffer();
    server = createServer(({ url }, answer) => {
      asked++;
      if (url === '/moved') return answer.writeHead(302, { Location: '/photo.jpg' }).end();
      if (url === '/endless') return void answer.end(Buffer.alloc(12_100_000, photo));
      return answer.end(url === '/photo.jpg' ? photo : '<svg xmlns="http://www.w3.org/2000/svg"/>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  after(() => server.close());

  it('is read, a path relative to the backend’s address', async () => {
    assert.deepEqual(await photoFromWeb({ base, allowPrivate: true })('/photo.jpg'), photo);
  });

  it('is none where it is no picture, larger than is taken, elsewhere, or not there', async () => {
    const read = photoFromWeb({ base, allowPrivate: true });
    for (const src of ['/logo.svg', '/endless', '/moved', 'http://127.0.0.1:1/photo.jpg'])
      assert.equal(await read(src), undefined, src);
  });

  it('is not asked for inside a private network, nor by anything but https', async () => {
    asked = 0;
    const read = photoFromWeb({ base });
    const { port } = new URL(base);
    for (const src of [
      '/photo.jpg',
      `https://127.0.0.1:${port}/photo.jpg`,
      `https://[::1]:${port}/photo.jpg`,
      `https://localhost:${port}/photo.jpg`,
      'https://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'javascript:alert(1)',
    ])
      assert.equal(await read(src), undefined, src);
    assert.equal(asked, 0);
    assert.equal(await photoFromWeb()('/photo.jpg'), undefined);
  });
});
