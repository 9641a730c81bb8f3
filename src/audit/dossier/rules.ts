import type { Change } from '../changes.js';
import type { Edition } from '../rule-book.js';
import { section, table, type Context } from './context.js';
import { h, type Child, type Element } from './html.js';
import { tierText } from './voters.js';

/** The rules in force at the end. */
export function rulesSection(context: Context): Element {
  const { rules, said, say, date, log, checkpoint } = context;
  const { method, max, visibility, revote, quorum, identity, tie, calendar, witnesses } = rules;
  const approval = max === Infinity ? said.methods.approval : say(said.methods.approvalMax, { max });
  const list: readonly (readonly [string, Child])[] = [
    [said.rules.voting, date(calendar.voting)],
    [said.rules.counting, date(calendar.counting)],
    [said.rules.method, method === 'plurality' ? said.methods.plurality : approval],
    [said.rules.tie, tie === 'stands' ? said.tieStands : say(said.tieOther, { tie })],
    [said.rules.quorum, quorum > 0 ? say(said.quorum, { quorum }) : said.noQuorum],
    [said.rules.revote, revote ? said.revote : said.noRevote],
    [said.rules.visibility, said.visibilities[visibility]],
    [said.rules.identity, tierText(context, identity)],
    [said.rules.keys, h('code', {}, log.replay.keys.inForce(checkpoint.size)?.text ?? '–')],
    [said.rules.witnesses, witnesses.length > 0 ? witnesses.map((key) => h('code', {}, key)) : said.none],
  ];
  return section(
    'rules',
    said.sections.rules,
    h(
      'dl',
      {},
      list.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text))),
    ),
  );
}

export function amendmentsSection(context: Context): Element {
  const { log, said, say, words } = context;
  const { editions, adopted } = log.book;
  const amendments = editions.slice(1);
  const more = adopted - editions.length;
  return section(
    'amendments',
    said.sections.amendments,
    amendments.length === 0 ? h('p', {}, said.noAmendment) : amendments.map((one) => amendment(context, one)),
    more > 0 && h('p', {}, say(words.more, { more })),
  );
}

function amendment(context: Context, { index, at, reason, changes, whileVoting }: Edition): Child {
  const { said, say, date } = context;
  return [
    h('h3', {}, say(said.amendedAt, { index, at: date(at) }), whileVoting && `, ${said.whileVoting}`),
    h('p', {}, reason),
    changes.length > 0 &&
      table(
        say(said.amendedAt, { index, at: date(at) }),
        [{ title: said.columns.what }, { title: said.columns.before }, { title: said.columns.after }],
        changes.map((change) => [
          whatText(context, change),
          ...[change.before, change.after].map((text) => valueText(context, change, text)),
        ]),
      ),
  ];
}

function whatText({ said, candidate }: Context, { what }: Change): string {
  const [kind = '', part = ''] = what.split('.');
  if (kind === 'candidate') return candidate(Number(part));
  if (kind === 'eligible') return `${said.columns.eligible} (${part})`;
  const name = kind === 'calendar' ? part : kind;
  return Object.hasOwn(said.rules, name) ? said.rules[name as keyof typeof said.rules] : name;
}

function valueText({ date, said, say }: Context, { what }: Change, text: string): string {
  if (text === '') return '–';
  if (what.startsWith('calendar.')) return date(text);
  if (what.startsWith('candidate.')) return say(said.profileChanged, { hash: text });
  return text;
}
