/** Pictures as people send them, and as attackers do. */
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Left half red, right half blue; lies on its side, as phones write it, and knows where it was taken. */
export async function fromAPhone(width = 900, height = 700): Promise<Uint8Array> {
  const half = { width: width / 2, height, channels: 3 as const, background: '#f00' };
  const red = await sharp({ create: half }).png().toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#00f' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitude: '48/1 51/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A few bytes that say that they are a picture of 30,000 by 30,000. */
export function bomb(): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(30_000, 0);
  head.writeUInt32BE(30_000, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(100_000));
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

export const SCRIPT = '<script>alert(document.domain)</script>';

/** A picture that is a page as well, for whoever looks at its end. */
export const polyglot = async (): Promise<Uint8Array> =>
  Buffer.concat([await fromAPhone(), Buffer.from(`<html>${SCRIPT}</html>`)]);

export const svg = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${SCRIPT}</svg>`,
);

/**
 * A plain JPEG with more passes than it needs, none of which changes it: each tells one digit of one frequency of one
 * component, and that it is nothing.
 * @param passes besides the first; 2,646 at most
 */
export async function manyScans(width: number, height: number, passes: number): Promise<Uint8Array> {
  const plain = await sharp({ create: { width, height, channels: 3, background: '#123456' } })
    .jpeg({ progressive: true, chromaSubsampling: '4:4:4', optimizeScans: false })
    .toBuffer();
  let end = plain.indexOf('\xff\xda', 0, 'latin1') + 2;
  // What comes next is a marker, and neither an escaped byte nor a restart.
  while (plain[end] !== 0xff || plain[end + 1] === 0 || ((plain[end + 1] ?? 0) & 0xf8) === 0xd0) end++;
  // One code of one bit: of the next 16,384 blocks, and as many more as 14 bits say, there is nothing.
  const codes = Buffer.from([0xff, 0xc4, 0, 20, 0x10, 1, ...Array<number>(15).fill(0), 0xe0]);
  const runs = Math.ceil((Math.ceil(width / 8) * Math.ceil(height / 8)) / 16_384);
  const nothing = Buffer.alloc(Math.ceil((runs * 15) / 8));
  const pass = (component: number, frequency: number, digit: number) =>
    Buffer.concat([
      Buffer.from([0xff, 0xda, 0, 8, 1, component, 0, frequency, frequency]),
      Buffer.from([(digit === 13 ? 0 : (digit + 1) << 4) | digit]),
      nothing,
    ]);
  const all = [1, 2, 3].flatMap((component) =>
    Array.from({ length: 63 * 14 }, (_, i) => pass(component, 1 + Math.floor(i / 14), 13 - (i % 14))),
  );
  return Buffer.concat([plain.subarray(0, end), codes, ...all.slice(0, passes), Buffer.from([0xff, 0xd9])]);
}
