/** The fairness dossier: one page about one election, from its log alone. */
import type { Audit } from '../audit.js';
import { toBase64, utf8, type Sha256 } from '../bytes.js';
import { dossier as englishDossier } from '../words/en-dossier.js';
import { dossier as frenchDossier } from '../words/fr-dossier.js';
import { en } from '../words/en.js';
import { fr } from '../words/fr.js';
import { checkList } from './checks.js';
import { contextOf, section, type Context } from './context.js';
import { candidatesSection, decisionsSection } from './decisions.js';
import { h, serialise, type Element } from './html.js';
import { resultSection } from './result.js';
import { amendmentsSection, rulesSection } from './rules.js';
import { STYLE } from './style.js';
import { turnoutSection, votersSection } from './voters.js';

/**
 * A whole page of HTML that needs no other file and lets nothing else be loaded.
 * @param lang the election's own where it is left out; English where that is neither
 * @returns `undefined` where the log has no rules that can be read
 */
export function dossier(audit: Audit, sha256: Sha256, lang?: 'en' | 'fr'): string | undefined {
  const { log, checkpoint } = audit;
  const rules = log?.book.inForce;
  if (!log || !checkpoint || !rules) return undefined;
  const french = (lang ?? rules.lang).toLowerCase().startsWith('fr');
  const [words, said] = french ? [fr, frenchDossier] : [en, englishDossier];
  const context = contextOf(log, checkpoint, rules, words, said);
  const hash = toBase64(sha256(utf8(STYLE)));
  const page = h(
    'html',
    { lang: words.lang },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
      }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('title', {}, `${said.kind} · ${rules.title}`),
      h('style', {}, STYLE),
    ),
    h('body', {}, h('main', {}, sections(audit, context))),
  );
  return `<!doctype html>\n${serialise(page)}\n`;
}

function sections(audit: Audit, context: Context): readonly Element[] {
  return [
    head(audit, context),
    resultSection(context),
    votersSection(context),
    turnoutSection(context),
    rulesSection(context),
    amendmentsSection(context),
    decisionsSection(context),
    candidatesSection(context),
    recountSection(audit, context),
    section(
      'limits',
      context.said.sections.limits,
      h(
        'ul',
        { class: 'limits' },
        context.said.limits.map((limit) => h('li', {}, limit)),
      ),
    ),
    againSection(context),
  ];
}

function head({ ok }: Audit, { rules, said, say, checkpoint }: Context): Element {
  const { size, origin } = checkpoint;
  return h(
    'header',
    {},
    h('p', { class: 'kind' }, `${said.kind} · ${rules.brand}`),
    h('h1', { lang: rules.lang }, rules.title),
    h('p', { class: 'muted' }, say(said.made, { size, origin })),
    h('p', { class: ok ? 'stamp' : 'stamp bad' }, ok ? said.good : said.bad),
  );
}

function recountSection(audit: Audit, { words, said }: Context): Element {
  const items = checkList(audit, words, ({ text }) => text);
  return section('recount', said.sections.recount, items);
}

function againSection({ said, log, checkpoint }: Context): Element {
  const { name } = log.source;
  // Where a folder lies is its reader's own business.
  const place = /^https?:/.test(name) ? name : `./${checkpoint.election}`;
  return section(
    'again',
    said.sections.again,
    h('p', {}, said.again),
    h('pre', {}, `npx voix audit ${place}`),
    h('pre', {}, checkpoint.note.body.trimEnd()),
  );
}
