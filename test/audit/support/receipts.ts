/** What voters keep, made by the format. */
import { idOf, type LogWriter } from './log-writer.js';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const base32 = (number: number): string =>
  [...number.toString(32)].map((digit) => DIGITS[Number.parseInt(digit, 32)]).join('');

export function codeOf(log: LogWriter, index: number): string {
  const bits = Buffer.from(log.idAt(index), 'base64url').readUInt32BE() >>> 2;
  return `${base32(index)}-${base32(bits).padStart(6, '0')}`;
}

export interface WrittenReceipt {
  readonly election: string;
  readonly ballot: string;
  readonly sequence: number;
  readonly at: string;
  readonly text: string | undefined;
  readonly proof: string;
  readonly salt: string | undefined;
  readonly key: string;
}

export function receiptOf(log: LogWriter, index: number, size = log.entries.length): WrittenReceipt {
  const [salt, text] = log.entries[index]?.opening ?? [];
  const said = JSON.parse(String(log.entries[index]?.bytes)) as { ballot?: string; at: string };
  return {
    election: log.election,
    ballot: said.ballot ?? idOf('none'),
    sequence: index,
    at: said.at,
    text,
    proof: log.proof(index, size),
    salt,
    key: log.signer.vkey,
  };
}
