import type { Audit } from '../audit/audit.js';
import { describeAudit, MARKS, type Described } from '../audit/describe.js';
import { en } from '../audit/words/en.js';
import { count } from './findings.js';

/** Columns of a line; of those the first ones name the check. */
const WIDTH = 100;
const NAME = 26;

/** What a terminal would obey, or write in another place: nobody's words in a log may change what is said of it. */
const OBEYED = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

export const plain = (text: string): string => text.replace(OBEYED, '\ufffd');

/** An audit for a terminal. */
export function auditReport(audit: Audit, place: string): string {
  const { checkpoint, log } = audit;
  const rules = log?.book.inForce;
  const title = rules ? `${rules.title} · ${rules.brand}` : place;
  const origin = checkpoint ? `${checkpoint.origin} · ${count(checkpoint.size, 'entry', 'entries')}` : place;
  const items = describeAudit(audit, en);
  return `${plain(title)}\n${plain(origin)}\n\n${items.map(itemText).join('')}\n${summary(items)}`;
}

function itemText({ verdict, name, lines }: Described): string {
  const text = lines.flatMap((line) => wrapped(plain(line.code ? `${line.text} [${line.code}]` : line.text)));
  const first = `  ${MARKS[verdict]} ${name}`.padEnd(NAME);
  return text.map((line, i) => `${i === 0 ? first : ' '.repeat(NAME)}  ${line}\n`).join('');
}

/** Words that are longer than a line are keys, and stay whole. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH - NAME)
      lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}

function summary(items: readonly Described[]): string {
  const of = (verdict: Described['verdict']): number =>
    items.filter((item) => item.verdict === verdict).length;
  const rest = [
    [of('warning'), 'to be noted'],
    [of('unknown'), 'that cannot be known from here'],
  ] as const;
  const others = rest.filter(([number]) => number > 0).map(([number, text]) => `${number} ${text}`);
  const failed = of('failed');
  const verdict = failed
    ? `FAILED: ${count(failed, 'check')} of ${items.length}.`
    : `Nothing is wrong: ${of('ok')} of ${count(items.length, 'check')} hold.`;
  return others.length ? `${verdict} ${others.join(', ')}.` : verdict;
}
