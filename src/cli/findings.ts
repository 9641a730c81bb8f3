import type { Finding } from '../protocol/described-file.js';

/** Longer lists help nobody: most of them are one mistake, seen many times. */
const SHOWN = 30;

/** What is wrong with a file, for a terminal: each finding with its place and its line. */
export function describeFindings(file: string, text: string, findings: readonly Finding[]): string {
  const lines = text.split(/\r?\n/);
  const shown = findings.slice(0, SHOWN).map(({ message, path, line, column }) => {
    const source = (lines[line - 1] ?? '').replaceAll('\t', ' ').slice(0, 110);
    const margin = `${line} | `.padStart(8);
    const pointer = column <= 110 ? `\n${' '.repeat(margin.length + column - 1)}^` : '';
    return `${file}:${line}:${column}${path && `  ${path}`}\n  ${message}\n${margin}${source}${pointer}\n`;
  });
  if (findings.length > SHOWN) shown.push(`${file}: and ${findings.length - SHOWN} more.\n`);
  return shown.join('\n');
}

export const shown = (number: number): string => number.toLocaleString('en');

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${shown(number)} ${number === 1 ? one : many}`;
