import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import { hiddenAt } from '../../model/results.js';
import { adminElectionAnswerSchema, type AdminElectionAnswer } from '../../protocol/admin/elections.js';
import { EXPORTS } from '../../protocol/admin-routes.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

/** What a brand pastes on its page, with its own address in it; and what it takes away as files. */
export class Share extends AdminView {
  static override properties = { about: { state: true } };
  static override styles = [
    tokens,
    sheet,
    css`
      pre {
        width: 100%;
        padding: var(--_s);
        border-radius: var(--_r);
        background: var(--_sunk);
        text-align: left;
        user-select: all;
      }
    `,
  ];

  declare private about: AdminElectionAnswer | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('election')) void this.#read();
  }

  async #read(): Promise<void> {
    const { election } = this;
    this.about = undefined;
    const answer = await this.attempt(() =>
      this.client.get('election', adminElectionAnswerSchema, { election }),
    );
    if (answer && election === this.election) this.about = answer;
  }

  /** Whether the results are open to all, and so to be taken away. */
  get #isCounted(): boolean {
    return this.about !== undefined && !hiddenAt(this.about.election, this.session.now, true);
  }

  get #snippet(): string {
    const backend = this.session.backend.replace(/\/$/, '');
    const script = new URL('voix.js', `${backend}/`).href;
    return `<script async src="${script}"></script>\n<voix-election backend="${backend}" election="${this.election}"></voix-election>`;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    const origins = this.about?.origins;
    const files = EXPORTS.filter((file) => file === 'election.json' || this.#isCounted);
    return html`<div class="stack">
      <h2>${w.nav.share}</h2>
      <section class="paper stack">
        <h3>${w.share.paste}</h3>
        <p>${w.share.pasteHint}</p>
        <pre dir="ltr" tabindex="0">${this.#snippet}</pre>
        <button type="button" class="main" @click=${this.#copy}>${w.share.copy}</button>
        ${
          origins && !origins.includes('*')
            ? html`<p class="muted">${w.share.origins} ${origins.join(', ')}</p>`
            : nothing
        }
        ${this.outcome(w)}
      </section>
      <section class="paper stack">
        <h3>${w.share.export}</h3>
        <p>${this.#isCounted ? w.share.exportHint : w.share.exportLater}</p>
        <ul class="stack">
          ${files.map(
            (file) =>
              html`<li>
                <a href=${this.client.fileAddress(this.election, file)} download=${`${this.election}-${file}`}
                  >${w.share.files[file]}</a
                >
                <span class="muted small">${file}</span>
              </li>`,
          )}
        </ul>
      </section>
    </div>`;
  }

  #copy = async (): Promise<void> => {
    const { copied, byHand } = this.words!.share;
    this.said = await navigator.clipboard.writeText(this.#snippet).then(
      () => copied,
      () => byHand,
    );
  };
}

define('voix-admin-share', Share);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-share': Share;
  }
}
