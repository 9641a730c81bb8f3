import { codeText } from '../tracking-code.js';
import { section, table, type Context } from './context.js';
import { h, type Element } from './html.js';

/** Lists of more are for the log itself. */
const SHOWN = 200;

/** What was decided about ballots, and why. */
export function decisionsSection(context: Context): Element {
  const { log, said, say, number, date } = context;
  const { decided, decisions } = log.replay;
  const { columns } = said;
  if (decided.size === 0) return section('decisions', said.sections.decisions, h('p', {}, said.noDecision));
  const sums = [...decided].map(([key, times]) => {
    const [type = '', reason = ''] = key.split(' ');
    return [
      said.decisions[type as keyof typeof said.decisions],
      said.reasons[reason] ?? reason,
      number(times),
    ];
  });
  const total = [...decided.values()].reduce((sum, times) => sum + times, 0);
  return section(
    'decisions',
    said.sections.decisions,
    table(
      said.sections.decisions,
      [{ title: columns.decision }, { title: columns.reason }, { title: columns.number, numeric: true }],
      sums,
    ),
    h(
      'details',
      {},
      h('summary', {}, said.ballotByBallot),
      table(
        said.ballotByBallot,
        [
          { title: columns.entry, numeric: true },
          { title: columns.ballot },
          { title: columns.decision },
          { title: columns.reason },
          { title: columns.when },
        ],
        decisions
          .slice(0, SHOWN)
          .map(({ index, at, entry }) => [
            number(index),
            h('code', {}, codeOf(context, entry.ballot)),
            said.decisions[entry.type],
            said.reasons[entry.reason] ?? entry.reason,
            date(at),
          ]),
      ),
      total > SHOWN && h('p', { class: 'muted' }, say(said.onlyFirst, { shown: SHOWN })),
    ),
  );
}

/** A ballot as its voter knows it. */
function codeOf({ log }: Context, ballot: string): string {
  const found = log.replay.register.find(ballot);
  return found ? codeText(found) : ballot;
}

/** What was decided about candidates. */
export function candidatesSection({ log, said, candidate, number, date }: Context): Element {
  const { moderations } = log.replay;
  const { columns } = said;
  return section(
    'candidates',
    said.sections.candidates,
    moderations.length === 0
      ? h('p', {}, said.noModeration)
      : table(
          said.sections.candidates,
          [
            { title: columns.candidate },
            { title: columns.decision },
            { title: columns.reason },
            { title: columns.when },
            { title: columns.entry, numeric: true },
          ],
          moderations
            .slice(0, SHOWN)
            .map(({ index, at, entry }) => [
              candidate(entry.candidate),
              said.acts[entry.act],
              said.reasons[entry.reason] ?? entry.reason,
              date(at),
              number(index),
            ]),
        ),
  );
}
