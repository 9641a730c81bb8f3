import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import { mailsAnswerSchema, type MailsAnswer } from '../../protocol/admin/notices.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

/** What was written to candidates and customers, and whether it left. */
export class Mails extends AdminView {
  static override properties = { mails: { state: true } };
  static override styles = [
    tokens,
    sheet,
    css`
      summary {
        min-height: 44px;
        align-content: center;
        cursor: pointer;
      }
      .about {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        align-items: center;
        margin-top: 4px;
      }
      pre {
        margin-top: 8px;
        font-family: inherit;
        font-size: inherit;
      }
    `,
  ];

  declare private mails: MailsAnswer | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('client'))
      void this.attempt(() => this.client.get('mails', mailsAnswerSchema)).then(
        (mails) => (this.mails = mails),
      );
  }

  protected override draw(w: AdminMessages): TemplateResult {
    const { mails } = this;
    return html`<div class="stack">
      <h2>${w.nav.mails}</h2>
      <p class="muted">${mails && w.mails[mails.delivery]}</p>
      ${this.outcome(w)} ${mails?.mails.length === 0 ? html`<p class="empty">${w.none}</p>` : nothing}
      ${(mails?.mails ?? []).map(
        ({ at, to, subject, text, state, failure }) =>
          html`<details class="paper">
            <summary>
              <b>${subject}</b>
              <span class="about"
                ><span class="muted small">${w.mails.to(to)} · ${this.date(at)}</span>
                <span class="tag">${w.mails.states[state]}</span></span
              >
            </summary>
            ${failure ? html`<p class="bad small">${failure}</p>` : nothing}
            <pre>${text}</pre>
          </details>`,
      )}
    </div>`;
  }
}

define('voix-admin-mails', Mails);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-mails': Mails;
  }
}
