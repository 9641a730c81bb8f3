import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { AwsV4Signer } from 'aws4fetch';
import { mediaBucket } from '../../../src/server/media/s3.js';

/** When all there is was kept. */
const KEPT = 'Sun, 22 Nov 2026 12:00:00 GMT';

const [KEY, SECRET] = ['AKIATEST', 'a secret of tests'];

/** Keeps what is rightly signed, as a bucket does. */
function bucket(kept: Map<string, { bytes: Buffer; type: string | undefined }>): Server {
  const listed = listing(kept);
  return createServer((request, response) => {
    void buffer(request).then(async (bytes) => {
      const { authorization = '', host, ...headers } = request.headers as Record<string, string>;
      const { method = '', url = '' } = request;
      const signer = new AwsV4Signer({
        method,
        url: `http://${host}${url}`,
        service: 's3',
        region: 'eu-west-3',
        accessKeyId: KEY,
        secretAccessKey: SECRET,
        datetime: headers['x-amz-date'] ?? '',
        headers: { 'x-amz-content-sha256': headers['x-amz-content-sha256'] ?? '' },
      });
      const signed = (await signer.sign()).headers.get('Authorization');
      const answer = (status: number, body?: Buffer | string) =>
        response.writeHead(status, { 'Last-Modified': KEPT }).end(body);
      if (signed !== authorization) return answer(403);
      if (method === 'PUT') kept.set(url, { bytes, type: headers['content-type'] });
      if (method === 'DELETE') kept.delete(url);
      const { pathname, searchParams } = new URL(url, 'http://bucket');
      if (searchParams.has('list-type')) return answer(200, listed(pathname, searchParams));
      const found = kept.get(url);
      if (method === 'HEAD') return answer(found ? 200 : 404);
      return method === 'GET' ? answer(found ? 200 : 404, found?.bytes) : answer(200);
    });
  });
}

/** What lies there, one a page. */
const listing =
  (kept: ReadonlyMap<string, unknown>) =>
  (bucket: string, query: URLSearchParams): string => {
    const prefix = query.get('prefix') ?? '';
    const keys = [...kept.keys()]
      .map((path) => path.slice(bucket.length))
      .filter((key) => key.startsWith(prefix));
    const from = Number(query.get('continuation-token') ?? 0);
    const next = from + 1 < keys.length ? `<NextContinuationToken>${from + 1}</NextContinuationToken>` : '';
    const at = new Date(KEPT).toISOString();
    const one = `<Contents><Key>${keys[from]}</Key><LastModified>${at}</LastModified><Size>3</Size></Contents>`;
    return `<?xml version="1.0"?>\n<ListBucketResult>${next}${keys[from] ? one : ''}</ListBucketResult>`;
  };

describe('a bucket', () => {
  const kept = new Map<string, { bytes: Buffer; type: string | undefined }>();
  const server = bucket(kept);
  let address: string;
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/voix/media/`;
  });
  after(() => server.close());

  it('keeps, gives and forgets, under signed requests', async () => {
    const store = mediaBucket({ address, key: KEY, secret: SECRET, region: 'eu-west-3' });
    assert.equal(await store.get('a-320.jpg'), undefined);
    await store.put('a-320.jpg', new Uint8Array([1, 2, 3]), 'image/jpeg');
    assert.deepEqual(
      [...kept],
      [['/voix/media/a-320.jpg', { bytes: Buffer.from([1, 2, 3]), type: 'image/jpeg' }]],
    );
    assert.deepEqual(await store.get('a-320.jpg'), new Uint8Array([1, 2, 3]));
    assert.equal(await store.keptAt('a-320.jpg'), Date.parse(KEPT));
    assert.equal(await store.keptAt('b-320.jpg'), undefined);
    await store.remove('a-320.jpg');
    await store.remove('a-320.jpg');
    assert.equal(await store.get('a-320.jpg'), undefined);
  });

  it('says what it holds, page after page, and nothing of other folders', async () => {
    const store = mediaBucket({ address, key: KEY, secret: SECRET, region: 'eu-west-3' });
    kept.set('/voix/other/z.jpg', { bytes: Buffer.of(1), type: undefined });
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await store.put(name, new Uint8Array(3), 'image/jpeg');
    const held: { name: string; at: number }[] = [];
    for await (const one of store.list()) held.push(one);
    assert.deepEqual(
      held,
      ['a.jpg', 'b.jpg', 'c.jpg'].map((name) => ({ name, at: Date.parse(KEPT) })),
    );
  });

  it('that does not open to these keys says so', async () => {
    const store = mediaBucket({ address, key: KEY, secret: 'another', region: 'eu-west-3' });
    await assert.rejects(store.get('a-320.jpg'), /403/);
    await assert.rejects(store.put('a-320.jpg', new Uint8Array(), 'image/jpeg'), /403/);
  });
});
