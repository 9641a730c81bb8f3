/** What is written after an option, and what is made of it. */
import { InvalidArgumentError } from 'commander';

export function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

export function address(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError('Write a whole address: http://localhost:8080');
  return text;
}

export function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return Number(text);
}

/** `10m`, `90s`, `1h` or `0`, in milliseconds. */
export function duration(text: string): number {
  if (text === '0') return 0;
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  const factor = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit];
  if (factor === undefined) throw new InvalidArgumentError('Write 30s, 10m, 1h, or 0.');
  return Number(number) * factor;
}

/** Of an option that may be given several times. */
export const gathered = (text: string, before: readonly string[]): string[] => [...before, text];

/** The first part of a log's origin. */
export function originName(text: string): string {
  if (!/^[^\s+/]+$/.test(text) || text.length > 200)
    throw new InvalidArgumentError('Write a host, without spaces, slashes or a plus: vote.brand.example');
  return text;
}
