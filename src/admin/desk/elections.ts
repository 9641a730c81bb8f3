import { css, html, nothing, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import type { AdminElectionsAnswer } from '../../protocol/admin-messages.js';
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
      .paper {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        align-items: baseline;
        color: var(--_ink);
        text-decoration: none;
      }
      .paper:hover b {
        text-decoration: underline;
      }
      .paper b {
        flex: 1 1 16rem;
        font-size: var(--_l);
        line-height: 1.2;
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
      <h2>${w.nav.elections}</h2>
      ${elections?.length === 0 ? html`<p class="empty">${w.list.empty}</p>` : nothing}
      <ul role="list">
        ${(elections ?? []).map(({ id, title, brand, phase, candidates, ballots, waiting }) => {
          const waits = waiting.candidacies + waiting.questions + waiting.reports;
          return html`<li>
            <a class="paper" href=${`#/${id}/${waiting.candidacies ? 'candidacies' : 'form'}`}>
              <b>${brand} <span class="muted small">${title}</span></b>
              <span class="tag">${phases[phase]}</span>
              <span class="muted small">
                ${w.list.candidates(candidates, this.number(candidates))} ·
                ${w.list.ballots(ballots, this.number(ballots))}
              </span>
              <span class=${waits ? 'tag waits' : 'tag'}>
                ${waits ? w.list.waiting(waits, this.number(waits)) : w.list.nothingWaits}
              </span>
            </a>
          </li>`;
        })}
      </ul>
      ${this.decides ? html`<button class="main" @click=${() => (location.hash = '#/+')}>${w.list.make}</button>` : nothing}
    </div>`;
  }
}

define('voix-admin-elections', Elections);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-elections': Elections;
  }
}
