import { html, type TemplateResult } from 'lit';
import type { MoreMessages } from '../../locales/messages.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import type { Standing } from '../../model/tally.js';
import type { Figures } from '../shared/figures.js';
import { shownRank } from './rank.js';

/** The results as a table, for those who read rather than look. */
export function table(
  rows: readonly Standing[],
  snapshot: ReadySnapshot,
  more: MoreMessages,
  f: Figures,
): TemplateResult {
  const names = new Map(snapshot.election.candidates.map(({ id, name }) => [id, name]));
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${more.rank}</th>
        <th scope="col">${more.candidate}</th>
        <th scope="col">${more.count}</th>
        <th scope="col">${more.share}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <td class="num">${shownRank(row)}</td>
            <th scope="row">${names.get(row.candidate)}</th>
            <td class="num">${f.number(row.votes)}</td>
            <td class="num">${f.share(row.permille)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
