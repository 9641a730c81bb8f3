import { AwsV4Signer } from 'aws4fetch';
import type { MediaStore } from './media.js';

export interface BucketOptions {
  /** Of the bucket, with a folder after it or without: `https://s3.eu-west-3.amazonaws.com/voix/media`. */
  readonly address: string;
  readonly key: string;
  readonly secret: string;
  /** Default: what the address says; `us-east-1` where it says none. */
  readonly region?: string;
}

/** Milliseconds after which a bucket is taken for out of reach. */
const PATIENCE = 20_000;

interface Sent {
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly type?: string;
}

/** Media in a bucket that speaks S3. */
export function mediaBucket({ address, key, secret, region }: BucketOptions): MediaStore {
  const place = placeOf(address);

  async function ask(method: string, url: string, { body, type }: Sent = {}): Promise<Response> {
    const signer = new AwsV4Signer({
      method,
      url,
      service: 's3',
      accessKeyId: key,
      secretAccessKey: secret,
      ...(region !== undefined && { region }),
      ...(body && { body }),
      ...(type !== undefined && { headers: { 'Content-Type': type } }),
    });
    const { url: signed, headers } = await signer.sign();
    const response = await fetch(signed, {
      method,
      headers,
      body: body ?? null,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.ok || response.status === 404) return response;
    throw new Error(`the bucket answers ${response.status} to ${method}`);
  }

  const at = (name: string) => `${place.bucket}${place.folder}${name}`;

  return {
    async put(name, bytes, type) {
      const { ok } = await ask('PUT', at(name), { body: new Uint8Array(bytes), type });
      if (!ok) throw new Error('there is no such bucket');
    },
    async get(name) {
      const response = await ask('GET', at(name));
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
    async keptAt(name) {
      const { ok, headers } = await ask('HEAD', at(name));
      return ok ? Date.parse(headers.get('Last-Modified') ?? '') : undefined;
    },
    async remove(name) {
      await ask('DELETE', at(name));
    },
    async *list() {
      const query = new URLSearchParams({ 'list-type': '2', prefix: place.folder });
      for (;;) {
        const page = await (await ask('GET', `${place.bucket}?${query.toString()}`)).text();
        for (const [one] of page.matchAll(/<Contents>.*?<\/Contents>/gs))
          yield {
            name: textOf('Key', one).slice(place.folder.length),
            at: Date.parse(textOf('LastModified', one)),
          };
        const next = textOf('NextContinuationToken', page);
        if (!next) return;
        query.set('continuation-token', next);
      }
    },
  };
}

/** The one text in an element of that name; none of ours has anything to unescape. */
const textOf = (name: string, xml: string): string =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';

/** Where the bucket begins, and the folder in it: the host names the bucket at Amazon's, else the path does. */
function placeOf(address: string): { readonly bucket: string; readonly folder: string } {
  const { origin, hostname, pathname } = new URL(address);
  const parts = pathname.split('/').filter(Boolean);
  const bucket = /^[^.]+\.s3[.-]/.test(hostname) ? '' : `${parts.shift() ?? ''}/`;
  return { bucket: `${origin}/${bucket}`, folder: parts.map((part) => `${part}/`).join('') };
}
