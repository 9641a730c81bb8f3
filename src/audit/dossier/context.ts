/** What every section of a dossier is drawn from. */
import type { AuditedLog } from '../audit.js';
import type { Checkpoint } from '../checkpoint.js';
import type { Values } from '../findings.js';
import type { Rules } from '../rules.js';
import { candidateText, fill, type Words } from '../words/words.js';
import type { DossierWords } from '../words/dossier-words.js';
import { h, type Child, type Element } from './html.js';

export interface Context {
  readonly log: AuditedLog;
  readonly checkpoint: Checkpoint;
  /** In force at the end. */
  readonly rules: Rules;
  readonly words: Words;
  readonly said: DossierWords;
  /** A sentence with its places filled in. */
  say(sentence: string, values?: Values): string;
  /** A candidate by number, with the name where it is there. */
  candidate(number: number): string;
  number(value: number): string;
  /** To the minute, in the election's time zone. */
  date(at: string | number): string;
  day(at: number): string;
}

export function contextOf(
  log: AuditedLog,
  checkpoint: Checkpoint,
  rules: Rules,
  words: Words,
  said: DossierWords,
): Context {
  const { timeZone } = rules;
  const locale = words.lang === 'fr' ? 'fr-FR' : 'en-GB';
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', timeZone });
  const number = new Intl.NumberFormat(locale);
  const nameOf = (candidate: number): string | undefined => log.book.profile(candidate)?.name;
  return {
    log,
    checkpoint,
    rules,
    words,
    said,
    say: (sentence, values = {}) => fill(words, sentence, values, nameOf),
    candidate: (candidate) => candidateText(words, candidate, nameOf(candidate)),
    number: (value) => number.format(value),
    date: (at) => date.format(typeof at === 'string' ? Date.parse(at) : at),
    day: (at) => day.format(at),
  };
}

export const section = (id: string, title: string, ...children: readonly Child[]): Element =>
  h('section', { 'aria-labelledby': id }, h('h2', { id }, title), children);

/** Numbers stand at the right. */
export interface Column {
  readonly title: string;
  readonly numeric?: boolean;
}

/** The first cell of a row names it. Wide tables scroll by themselves. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Child[])[],
): Element {
  const kind = (i: number): { readonly class?: string } => (columns[i]?.numeric ? { class: 'number' } : {});
  return h(
    'div',
    { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': caption },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map(({ title }, i) => h('th', { scope: 'col', ...kind(i) }, title)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((cells) =>
          h(
            'tr',
            {},
            cells.map((cell, i) =>
              i === 0 ? h('th', { scope: 'row', ...kind(i) }, cell) : h('td', kind(i), cell),
            ),
          ),
        ),
      ),
    ),
  );
}
