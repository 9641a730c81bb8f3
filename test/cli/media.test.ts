import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mediaOf, videoLimitOf } from '../../src/cli/media.js';

describe('where media are kept, as the environment says', () => {
  it('a video has as many millions of bytes as it says; nothing said, as many as the server takes anyway', () => {
    assert.deepEqual(videoLimitOf({}), {});
    assert.deepEqual(videoLimitOf({ VOIX_VIDEO_MB: '20' }), { video: 20_000_000 });
    assert.deepEqual(videoLimitOf({ VOIX_VIDEO_MB: '0' }), { video: 0 });
    for (const most of ['-1', 'many', '1e9', '999999'])
      assert.throws(() => videoLimitOf({ VOIX_VIDEO_MB: most }), /VOIX_VIDEO_MB/, most);
  });

  it('a bucket without its keys, or that is none, is refused', () => {
    assert.throws(() => mediaOf('/data', { VOIX_S3: 'https://s3.test/bucket' }), /VOIX_S3_KEY/);
    assert.throws(
      () => mediaOf('/data', { VOIX_S3: 'bucket', VOIX_S3_KEY: 'a', VOIX_S3_SECRET: 'b' }),
      /VOIX_S3 is/,
    );
  });
});
