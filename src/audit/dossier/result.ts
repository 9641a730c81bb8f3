import { section, table, type Context } from './context.js';
import type { Outcome } from '../entry.js';
import { outcomeNow } from '../promises.js';
import { h, type Child, type Element } from './html.js';

/** Who was elected, and with how many votes, by the recount. */
export const resultSection = (context: Context): Element =>
  section('result', context.said.sections.result, resultOf(context));

/** The same without its heading. */
export function resultOf(context: Context): Child {
  const { log, said, say, date } = context;
  const last = log.replay.proclamations.at(-1);
  const outcome = outcomeNow(log.replay, log.book);
  const unknown = log.replay.closed ? said.incomplete : said.sealed;
  return [
    log.replay.register.unopened > 0 || log.replay.gaps > 0
      ? h('p', { class: 'lead' }, unknown)
      : [
          log.replay.closed && outcome && h('p', { class: 'lead' }, outcomeText(context, outcome)),
          counts(context),
        ],
    h('p', { class: 'muted' }, last ? say(said.proclaimed, { at: date(last.at) }) : said.notProclaimed),
  ];
}

function outcomeText({ say, said, candidate }: Context, outcome: Outcome): string {
  const sentence = said.outcome[outcome.kind];
  if (outcome.kind !== 'tie') return say(sentence, outcome);
  return say(sentence, { votes: outcome.votes, candidates: outcome.candidates.map(candidate).join(', ') });
}

function counts(context: Context): Child {
  const { log, rules, said, say, number, candidate } = context;
  const { register, gone } = log.replay;
  const { columns } = said;
  const nameOf = (who: number): string => {
    const act = gone.get(who);
    return act ? `${candidate(who)}, ${said.gone[act]}` : candidate(who);
  };
  const rows = [...log.book.hashes.keys()]
    .map((who) => ({ who, votes: register.votes(who) }))
    .sort((a, b) => b.votes - a.votes || a.who - b.who)
    .map(({ who, votes }, _, [first]) => [
      [nameOf(who), bar(votes, first?.votes)],
      number(votes),
      share(context, votes),
    ]);
  return [
    table(
      said.sections.result,
      [
        { title: columns.candidate },
        { title: columns.votes, numeric: true },
        { title: columns.share, numeric: true },
      ],
      rows,
    ),
    h(
      'p',
      { class: 'muted' },
      say(said.denominator, { counted: register.counted }),
      rules.method === 'approval' && ` ${said.approval}`,
    ),
  ];
}

function share({ words, log }: Context, votes: number): string {
  const { counted } = log.replay.register;
  const format = new Intl.NumberFormat(words.lang, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return counted === 0 ? '–' : format.format(votes / counted);
}

/** Decoration: the numbers stand beside it. The longest is the leader's. */
const bar = (votes: number, most = 0): Element =>
  h(
    'svg',
    { class: 'share', viewBox: '0 0 1000 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    h('rect', { width: most === 0 ? 0 : Math.round((votes / most) * 1000), height: 10 }),
  );
