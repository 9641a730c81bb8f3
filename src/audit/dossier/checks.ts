import type { Audit } from '../audit.js';
import { describeAudit, MARKS, type Line } from '../describe.js';
import type { Words } from '../words/words.js';
import { h, type Child, type Element } from './html.js';

/**
 * What was checked, and what came of it.
 * @param told how much of a line is shown
 */
export function checkList(audit: Audit, words: Words, told: (line: Line) => Child): Element {
  const items = describeAudit(audit, words).map(({ verdict, name, said, lines }) =>
    h(
      'li',
      { class: verdict },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[verdict]),
      h(
        'div',
        {},
        h('p', {}, h('strong', {}, name), ` – ${said}`),
        lines.map((line) => h('p', { class: 'small' }, told(line))),
      ),
    ),
  );
  return h('ul', { class: 'checks' }, items);
}
