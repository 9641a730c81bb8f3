/** The page without what it found: head, form, foot. */
import { h, type Element } from '../dossier/html.js';
import type { Language } from './language.js';

export function frame({ page, lang }: Language): readonly Element[] {
  const other = lang === 'fr' ? 'en' : 'fr';
  return [
    h(
      'header',
      { class: 'top' },
      h(
        'div',
        { class: 'bar' },
        h('p', { class: 'kind' }, `Voix · ${page.kind}`),
        h('button', { type: 'button', class: 'language', lang: other }, page.other),
      ),
      h('h1', {}, page.title),
      h('p', { class: 'lead' }, page.lead),
    ),
    form(page),
    h(
      'div',
      { class: 'running', hidden: true },
      h('label', { for: 'progress' }),
      h('progress', { id: 'progress', max: 1 }),
      h(
        'p',
        { class: 'running-foot' },
        h('span', { class: 'count muted small' }),
        h('button', { type: 'button', class: 'stop' }, page.stop),
      ),
    ),
    h('p', { class: 'status', role: 'status' }),
    h('div', { class: 'results' }),
    h(
      'footer',
      {},
      h(
        'ul',
        { class: 'limits muted small' },
        page.foot.map((text) => h('li', {}, text)),
      ),
    ),
  ];
}

const form = (page: Language['page']): Element =>
  h(
    'form',
    { class: 'open', novalidate: true },
    h('label', { for: 'address' }, page.address),
    h('p', { class: 'muted small', id: 'address-hint' }, page.addressHint),
    h(
      'div',
      { class: 'row' },
      h('input', {
        id: 'address',
        type: 'url',
        inputmode: 'url',
        autocomplete: 'url',
        spellcheck: 'false',
        'aria-describedby': 'address-hint',
        placeholder: 'https://',
      }),
      h('button', { type: 'submit', class: 'main' }, page.recount),
    ),
    h(
      'div',
      { class: 'drop' },
      h('p', { class: 'muted small', id: 'folder-hint' }, page.folderHint),
      h('button', { type: 'button', class: 'folder', 'aria-describedby': 'folder-hint' }, page.folder),
      h('input', {
        type: 'file',
        class: 'picker',
        webkitdirectory: true,
        multiple: true,
        hidden: true,
        'aria-label': page.folder,
      }),
    ),
    h(
      'details',
      {},
      h('summary', {}, page.key),
      h('label', { for: 'key' }, page.keyHint),
      h('input', { id: 'key', type: 'text', autocomplete: 'off', spellcheck: 'false' }),
    ),
  );
