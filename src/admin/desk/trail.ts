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
              (entry) =>
                html`<tr>
                  <td class="muted small">${this.date(entry.at)}</td>
                  <td>
                    <b>${who(entry, w)}</b> ${w.trail.acts[entry.act]}<br />
                    <span class="muted small">${about(entry, w).join(' · ')}</span>
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

type Entry = TrailAnswer['entries'][number];

/** Who fails to come in is nobody yet: the one whose address they gave is named. */
function who({ by, act, about }: Entry, { trail }: AdminMessages): string {
  if (by) return by.name;
  if (act === 'sign-in-failed') return about ?? trail.stranger;
  return act === 'data-purged' || act === 'voters-forgotten' ? trail.server : trail.commandLine;
}

/** What it was done to, and how: each once. */
function about({ act, election, subject, about: name, detail }: Entry, w: AdminMessages): readonly string[] {
  const done = act === 'sign-in-failed' ? null : (name ?? subject);
  const said = [election, done, inWords(detail, w)];
  return [...new Set(said.filter((one) => one !== null && one !== ''))] as string[];
}

/** A role, and a way to come in, has a name of its own for those who read. */
function inWords(detail: string | null, { roles, trail }: AdminMessages): string | null {
  const words: Readonly<Record<string, string>> = { ...roles, ...trail.ways };
  return detail !== null && Object.hasOwn(words, detail) ? (words[detail] ?? null) : detail;
}

define('voix-admin-trail', Trail);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-trail': Trail;
  }
}
