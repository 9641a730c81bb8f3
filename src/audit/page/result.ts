/** What came of one log: the verdict, each check, the dossier, and a place to look up a ballot. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Audit } from '../audit.js';
import { MARKS, type Line } from '../describe.js';
import { checkList } from '../dossier/checks.js';
import { contextOf } from '../dossier/context.js';
import { dossier } from '../dossier/dossier.js';
import { h, type Child, type Element } from '../dossier/html.js';
import { resultOf } from '../dossier/result.js';
import { checkReceipt, RECEIPT_CODES } from '../receipt.js';
import { fill } from '../words/words.js';
import { nodesOf, part } from './dom.js';
import type { Language } from './language.js';

let drawn = 0;

/** @param name what the reader calls the log, where it has no title */
export function drawResult(audit: Audit, name: string, language: Language): HTMLElement {
  const id = `log-${++drawn}`;
  const article = document.createElement('article');
  article.setAttribute('aria-labelledby', id);
  article.append(
    ...nodesOf([head(audit, name, id, language), result(audit, language), checks(audit, language)]),
  );
  if (audit.log) {
    article.append(...nodesOf([actions(language), receiptForm(id, language)]));
    const button = part(article, '.save', HTMLButtonElement);
    button.addEventListener('click', () => save(audit, language));
    listen(article, audit, language);
  }
  return article;
}

export function titleOf({ log, checkpoint }: Audit, name: string): string {
  return log?.book.inForce?.title ?? checkpoint?.origin ?? name;
}

function head(audit: Audit, name: string, id: string, { page, words }: Language): Element {
  const { checkpoint, log, ok } = audit;
  const rules = log?.book.inForce;
  const failing = audit.items.filter(({ verdict }) => verdict === 'failed');
  const values = { origin: checkpoint?.origin ?? name, size: checkpoint?.size ?? 0 };
  return h(
    'header',
    {},
    rules && h('p', { class: 'kind' }, rules.brand),
    h('h2', { id, tabindex: -1, lang: rules?.lang }, titleOf(audit, name)),
    h('p', { class: 'muted small' }, fill(words, page.entries, values)),
    h('p', { class: ok ? 'stamp' : 'stamp bad' }, ok ? page.good : page.bad),
    !ok && h('p', { class: 'failing' }, failing.map(({ check }) => words.checks[check].name).join(' · ')),
  );
}

function result({ log, checkpoint }: Audit, { words, dossier }: Language): Child {
  const rules = log?.book.inForce;
  if (!log || !checkpoint || !rules) return undefined;
  return h('div', { class: 'result' }, resultOf(contextOf(log, checkpoint, rules, words, dossier)));
}

function checks(audit: Audit, { page, words }: Language): Child {
  const withCode = ({ text, code }: Line): Child => [
    text,
    code && [' ', h('code', { class: 'muted' }, code)],
  ];
  return [h('h3', {}, page.checks), checkList(audit, words, withCode)];
}

const actions = ({ page }: Language): Element =>
  h('p', { class: 'actions' }, h('button', { type: 'button', class: 'save' }, page.save));

const receiptForm = (id: string, { page }: Language): Element =>
  h(
    'form',
    { class: 'receipt' },
    h('h3', {}, page.receipt),
    h('p', { class: 'muted small', id: `${id}-hint` }, page.receiptHint),
    h('label', { for: `${id}-receipt` }, page.receiptLabel),
    h('textarea', {
      id: `${id}-receipt`,
      'aria-describedby': `${id}-hint`,
      rows: 3,
      spellcheck: 'false',
      autocomplete: 'off',
    }),
    h('button', { type: 'submit' }, page.receiptCheck),
    h('div', { class: 'found', role: 'status' }),
  );

function listen(article: HTMLElement, audit: Audit, { page, words, receipt }: Language): void {
  const { log, checkpoint } = audit;
  if (!log || !checkpoint) return;
  const field = part(article, 'textarea', HTMLTextAreaElement);
  const found = part(article, '.found', HTMLElement);
  const look = (): readonly Child[] => {
    const text = field.value.trim();
    if (text === '') return [h('p', {}, page.receiptEmpty)];
    return checkReceipt(text, log, checkpoint, sha256).map(({ code, values }) =>
      h(
        'p',
        { class: RECEIPT_CODES[code] },
        h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[RECEIPT_CODES[code]]),
        ' ',
        fill(words, receipt[code], values, (number) => log.book.profile(number)?.name),
      ),
    );
  };
  part(article, '.receipt', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    found.replaceChildren(...nodesOf(look()));
  });
}

function save(audit: Audit, { lang }: Language): void {
  const text = dossier(audit, sha256, lang);
  if (text === undefined) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
  link.download = `${audit.checkpoint?.election ?? 'dossier'}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
