import { STATES } from '../register.js';
import { section, table, type Context } from './context.js';
import { drawTimeline, timelineOf, type Bar } from './timeline.js';
import { h, type Child, type Element } from './html.js';

const HOUR = 3_600_000;
const NONE = { counted: 0, review: 0, invalidated: 0 };

/** How many could vote, did, and what became of their ballots, by how they proved who they are. */
export function votersSection(context: Context): Element {
  const { log, rules, said, say, number } = context;
  const { register, closed, erasedVoters } = log.replay;
  const { columns } = said;
  const tiers = [...rules.eligible].map(([tier, eligible]) => ({
    tier,
    eligible,
    sums: register.tiers.get(tier) ?? NONE,
  }));
  const refused = Object.entries(closed?.entry.refused ?? {})
    .filter(([, times]) => times > 0)
    .map(
      ([code, times]) =>
        `${Object.hasOwn(said.refusals, code) ? said.refusals[code] : code} (${number(times)})`,
    );
  return section(
    'voters',
    said.sections.voters,
    table(
      said.sections.voters,
      [
        { title: columns.tier },
        ...tiers.map(({ tier }) => ({ title: tierText(context, tier), numeric: true })),
      ],
      [
        [
          columns.eligible,
          ...tiers.map(({ eligible }) => (eligible === null ? said.eligibleUnknown : number(eligible))),
        ],
        [columns.voters, ...tiers.map(({ sums }) => number(sums.counted + sums.review + sums.invalidated))],
        ...STATES.map((state) => [columns[state], ...tiers.map(({ sums }) => number(sums[state]))]),
      ],
    ),
    h(
      'p',
      {},
      say(said.replaced, { superseded: register.ballots - register.voters, ballots: register.ballots }),
    ),
    refused.length > 0 && h('p', {}, say(said.refused, { list: refused.join(', ') })),
    erasedVoters > 0 && h('p', {}, say(said.erased, { voters: erasedVoters })),
  );
}

export const tierText = ({ words }: Context, tier: string): string =>
  Object.hasOwn(words.terms, tier) ? (words.terms[tier] ?? tier) : tier;

/** Turnout over time. */
export function turnoutSection(context: Context): Element {
  const { log, said, say, number, date } = context;
  const timeline = timelineOf(log.replay.hours);
  const first = timeline?.bars[0];
  const last = timeline?.bars.at(-1);
  if (!timeline || !first || !last)
    return section('turnout', said.sections.turnout, h('p', {}, said.noBallots));
  const end = last.from + timeline.step * HOUR;
  return section(
    'turnout',
    said.sections.turnout,
    h(
      'p',
      {},
      say(said.turnoutText, {
        ballots: log.replay.register.ballots,
        first: date(first.from),
        last: date(end),
      }),
    ),
    h(
      'figure',
      {},
      h('p', { class: 'muted small' }, say(said.mostInBar, { most: timeline.most })),
      drawTimeline(timeline),
      h('p', { class: 'axis muted small' }, h('span', {}, date(first.from)), h('span', {}, date(end))),
      h('figcaption', { class: 'muted small' }, say(said.bars, { step: timeline.step })),
    ),
    h('details', {}, h('summary', {}, said.byDay), days(context, number)),
  );
}

function days({ log, said, day }: Context, number: (value: number) => string): Child {
  const byDay = new Map<string, Pick<Bar, 'cast' | 'changed'>>();
  for (const [at, { cast, changed }] of [...log.replay.hours].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = day(Date.parse(at));
    const sum = byDay.get(name) ?? { cast: 0, changed: 0 };
    byDay.set(name, { cast: sum.cast + cast, changed: sum.changed + changed });
  }
  return table(
    said.byDay,
    [
      { title: said.columns.day },
      { title: said.columns.cast, numeric: true },
      { title: said.columns.changed, numeric: true },
    ],
    [...byDay].map(([name, { cast, changed }]) => [name, number(cast), number(changed)]),
  );
}
