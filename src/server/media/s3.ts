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

/** Media in a bucket that speaks S3. */
export function mediaBucket({ address, key, secret, region }: BucketOptions): MediaStore {
  async function ask(
    method: string,
    name: string,
    body?: Uint8Array<ArrayBuffer>,
    type?: string,
  ): Promise<Response> {
    const signer = new AwsV4Signer({
      method,
      url: `${address.replace(/\/+$/, '')}/${name}`,
      service: 's3',
      accessKeyId: key,
      secretAccessKey: secret,
      ...(region !== undefined && { region }),
      ...(body && { body }),
      ...(type !== undefined && { headers: { 'Content-Type': type } }),
    });
    const { url, headers } = await signer.sign();
    const response = await fetch(url, {
      method,
      headers,
      body: body ?? null,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.ok || response.status === 404) return response;
    throw new Error(`the bucket answers ${response.status} to ${method}`);
  }

  return {
    async put(name, bytes, type) {
      const { ok } = await ask('PUT', name, new Uint8Array(bytes), type);
      if (!ok) throw new Error('there is no such bucket');
    },
    async get(name) {
      const response = await ask('GET', name);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
    has: async (name) => (await ask('HEAD', name)).ok,
    async remove(name) {
      await ask('DELETE', name);
    },
  };
}
