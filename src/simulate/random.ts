import { mulberry32 } from '../model/order.js';

/** Numbers in [0, 1): the same for the same seed and name, whatever else is drawn beside them. */
export function stream(seed: number, name: string): () => number {
  let hash = 2166136261;
  for (const char of `${seed}|${name}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return mulberry32(hash);
}

/** 128 bits as 16 bytes. */
function bytes(random: () => number): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
}

/** A device's id, as a page would have made it: 22 characters base64url. */
export function deviceId(random: () => number): string {
  const text = btoa(String.fromCharCode(...bytes(random)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** A version 4 UUID. */
export function uuid(random: () => number): string {
  const value = bytes(random);
  value[6] = ((value[6] ?? 0) & 0x0f) | 0x40;
  value[8] = ((value[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
