import { css, html, nothing, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import type { AdminElectionsAnswer } from '../../protocol/admin/elections.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

/** All the elections of this server, each with what waits for somebody. */
export class Elections extends AdminView {
  static override properties = { elections: { attribute: false } };
  static override styles = [
    tokens,
    sheet,
    css`
      ul {
        display: grid;
        gap: 10px;
        width: 100%;
      }
      :host {
        container: list / inline-size;
      }
      .head {
        width: 100%;
        justify-content: space-between;
      }
      .paper {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        align-items: baseline;
        color: var(--_ink);
        text-decoration: none;
      }
      .paper:hover b {
        text-decoration: underline;
      }
      .name {
        flex: 1 0 100%;
        text-wrap: pretty;
      }
      .name b {
        display: block;
        font-size: var(--_l);
        line-height: 1.2;
      }
      /* Where there is room, what is said of each stands below what is said of the others. */
      @container list (width >= 50rem) {
        .paper {
          display: grid;
          grid-template-columns: minmax(0, 1fr) 8rem 12.5rem 13rem;
        }
        .tag {
          justify-self: start;
        }
      }
      .waits {
        background: var(--_link);
        color: var(--_surface);
      }
    `,
  ];

  declare elections: AdminElectionsAnswer['elections'] | undefined;

  protected override draw(w: AdminMessages): TemplateResult {
    const { elections } = this;
    const { phases } = this.language.t;
    return html`<div class="stack">
      <div class="row head">
        <h2>${w.nav.elections}</h2>
        ${this.decides ? html`<button class="main" @click=${() => (location.hash = '#/+')}>${w.list.make}</button>` : nothing}
      </div>
      ${elections?.length === 0 ? html`<p class="empty">${w.list.empty}</p>` : nothing}
      <ul role="list">
        ${waitingFirst(elections ?? []).map((one) => {
          const { id, title, brand, phase, candidates, ballots, waiting } = one;
          const waits = waitsIn(one);
          return html`<li>
            <a class="paper" href=${`#/${id}/${waiting.candidacies ? 'candidacies' : 'form'}`}>
              <span class="name"><b>${brand}</b> <span class="muted small">${title}</span></span>
              <span class="tag">${phases[phase]}</span>
              <span class="muted small">
                ${w.list.candidates(candidates, this.number(candidates))} ·
                ${w.list.ballots(ballots, this.number(ballots))}
              </span>
              <span class=${waits ? 'tag waits' : 'muted small'}>
                ${waits ? w.list.waiting(waits, this.number(waits)) : w.list.nothingWaits}
              </span>
            </a>
          </li>`;
        })}
      </ul>
    </div>`;
  }
}

type Listed = AdminElectionsAnswer['elections'][number];

const waitsIn = ({ waiting }: Listed): number => waiting.candidacies + waiting.questions + waiting.reports;

/** Those in which something waits before the others; else as they came. */
const waitingFirst = (elections: readonly Listed[]): readonly Listed[] =>
  [...elections].sort((a, b) => Number(waitsIn(b) > 0) - Number(waitsIn(a) > 0));

define('voix-admin-elections', Elections);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-elections': Elections;
  }
}
