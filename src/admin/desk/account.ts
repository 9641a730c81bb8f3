import type { startRegistration } from '@simplewebauthn/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { InferOutput } from 'valibot';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import { passkeyQuestionAnswerSchema, passkeysAnswerSchema } from '../../protocol/admin/sign-in.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

type Asked = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Passkeys = InferOutput<typeof passkeysAnswerSchema>['passkeys'];

/** One's own passkeys. */
export class Account extends AdminView {
  static override properties = { passkeys: { state: true } };
  static override styles = [tokens, sheet];

  declare private passkeys: Passkeys | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('client')) void this.#do(() => this.client.get('passkeys', passkeysAnswerSchema));
  }

  async #do(ask: () => Promise<{ readonly passkeys: Passkeys } | undefined>): Promise<boolean> {
    const answer = await this.attempt(ask);
    if (answer) this.passkeys = answer.passkeys;
    return answer !== undefined;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    const remove = (id: string) => () =>
      this.#do(() => this.client.post('removePasskey', passkeysAnswerSchema, { id }));
    return html`<div class="stack">
      <h2>${w.account.passkeys}</h2>
      <p class="muted">${w.account.why}</p>
      ${this.outcome(w)}
      <ul class="stack">
        ${(this.passkeys ?? []).map(
          ({ id, name, used }) =>
            html`<li class="paper row">
              <span
                ><b>${name}</b>
                <span class="muted small"
                  >${used ? w.account.used(this.date(used)) : w.account.unused}</span
                ></span
              >
              <button
                type="button"
                class="plain"
                aria-label=${w.account.removeOne(name)}
                @click=${remove(id)}
              >
                ${w.remove}
              </button>
            </li>`,
        )}
      </ul>
      <form class="paper stack" @submit=${this.#add}>
        <div class="field">
          <label for="name">${w.account.name}</label>
          <input id="name" name="name" required maxlength="80" autocomplete="off" />
        </div>
        <button class="main" ?disabled=${this.busy}>${w.account.add}</button>
        ${this.passkeys ? nothing : html`<span aria-busy="true"></span>`}
      </form>
    </div>`;
  }

  #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const name = String(new FormData(form).get('name')).trim();
    const added = await this.#do(async () => {
      const { options } = await this.client.post('newPasskeyQuestion', passkeyQuestionAnswerSchema, {});
      const webauthn = await import('@simplewebauthn/browser');
      // For whatever reason: browsers do not tell a change of mind from a failure.
      const credential = await webauthn
        .startRegistration({ optionsJSON: options as unknown as Asked })
        .catch(() => undefined);
      return credential && this.client.post('addPasskey', passkeysAnswerSchema, { name, credential });
    });
    if (added) form.reset();
    else if (!this.failure) this.amiss = this.words?.account.notAdded;
  };
}

define('voix-admin-account', Account);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-account': Account;
  }
}
