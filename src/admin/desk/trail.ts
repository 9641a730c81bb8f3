import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import { trailAnswerSchema, type TrailAnswer } from '../../protocol/admin/people.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

/** Who did what, the newest first. */
export class Trail extends AdminView {
  static override properties = { entries: { state: true }, next: { state: true } };
  static override styles = [tokens, sheet];

  declare private entries: TrailAnswer['entries'] | undefined;
  declare private next: string | null | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('client')) void this.#read();
  }

  async #read(before?: string): Promise<void> {
    const answer = await this.attempt(() =>
      this.client.get('trail', trailAnswerSchema, { query: { before } }),
    );
    if (!answer) return;
    this.entries = [...(before ? (this.entries ?? []) : []), ...answer.entries];
    this.next = answer.next;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    const { entries, next } = this;
    return html`<div class="stack">
      <h2>${w.nav.trail}</h2>
      ${this.outcome(w)} ${entries?.length === 0 ? html`<p class="empty">${w.none}</p>` : nothing}
      <div class="scroll">
        <table>
          <tbody>
            ${(entries ?? []).map(
              ({ at, by, act, election, subject, detail }) =>
                html`<tr>
                  <td class="muted small">${this.date(at)}</td>
                  <td>
                    <b>${by?.name ?? w.trail.commandLine}</b> ${w.trail.acts[act]}<br />
                    <span class="muted small"
                      >${[election, subject === election ? null : subject, inWords(detail, w)].filter(Boolean).join(' · ')}</span
                    >
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${next ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.#read(next)}>${w.more}</button>` : nothing}
    </div>`;
  }
}

/** A role has a name of its own for those who read. */
const inWords = (detail: string | null, { roles }: AdminMessages): string | null =>
  detail !== null && Object.hasOwn(roles, detail) ? roles[detail as keyof typeof roles] : detail;

define('voix-admin-trail', Trail);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-trail': Trail;
  }
}
