import type { startAuthentication } from '@simplewebauthn/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import {
  passkeyQuestionAnswerSchema,
  sendCodeAnswerSchema,
  sessionAnswerSchema,
} from '../../protocol/admin/sign-in.js';
import { SessionEvent } from '../shared/admin-events.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

type Asked = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Who one is: a passkey, or a code by mail. What was being done waits behind it. */
export class SignIn extends AdminView {
  static override properties = {
    over: { attribute: false },
    email: { state: true },
    minutes: { state: true },
  };
  static override styles = [tokens, sheet];

  /** Whether a session has just ended. */
  declare over: boolean;
  declare private email: string | undefined;
  /** For how long the code that was sent is good; `undefined`: none was. */
  declare private minutes: number | undefined;

  protected override draw(w: AdminMessages): TemplateResult {
    return html`<main class="stack">
      <div>
        <p class="muted">${w.admin}</p>
        <h1>${w.signIn.title}</h1>
      </div>
      ${this.over ? html`<p>${w.signIn.over}</p>` : nothing}
      ${this.minutes === undefined ? this.#first(w) : this.#second(w, this.minutes)} ${this.outcome(w)}
    </main>`;
  }

  #first(w: AdminMessages): TemplateResult {
    return html`<button type="button" class="main" ?disabled=${this.busy} @click=${this.#byPasskey}>
        ${w.signIn.passkey}
      </button>
      <form class="stack" @submit=${this.#send}>
        <div class="field">
          <label for="email">${w.signIn.email}</label>
          <input
            id="email"
            type="email"
            name="email"
            autocomplete="username webauthn"
            required
            .value=${this.email ?? ''}
          />
        </div>
        <button ?disabled=${this.busy}>${w.signIn.sendCode}</button>
      </form>`;
  }

  #second(w: AdminMessages, minutes: number): TemplateResult {
    return html`<form class="stack" @submit=${this.#byCode}>
      <p>${w.signIn.sent(this.email ?? '')} ${w.signIn.minutes(minutes, this.number(minutes))}</p>
      <div class="field">
        <label for="code">${w.signIn.code}</label>
        <input
          id="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          maxlength="20"
        />
      </div>
      <div class="row">
        <button class="main" ?disabled=${this.busy}>${w.signIn.enter}</button>
        <button type="button" class="plain" @click=${() => (this.minutes = undefined)}>
          ${w.signIn.otherEmail}
        </button>
      </div>
    </form>`;
  }

  #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const email = textOf(event, 'email');
    this.email = email;
    const sent = await this.attempt(() => this.client.post('sendCode', sendCodeAnswerSchema, { email }));
    if (!sent) return;
    this.minutes = sent.minutes;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('#code')?.focus();
  };

  #byCode = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const body = { email: this.email, code: textOf(event, 'code') };
    const session = await this.attempt(() => this.client.post('signInByCode', sessionAnswerSchema, body));
    if (session) this.dispatchEvent(new SessionEvent(session));
  };

  #byPasskey = async (): Promise<void> => {
    const session = await this.attempt(async () => {
      const { options } = await this.client.post('passkeyQuestion', passkeyQuestionAnswerSchema, {});
      const webauthn = await import('@simplewebauthn/browser');
      // One who changes their mind about it is told of the other way.
      const credential = await webauthn
        .startAuthentication({ optionsJSON: options as unknown as Asked })
        .catch(() => undefined);
      return credential && this.client.post('signInByPasskey', sessionAnswerSchema, { credential });
    });
    if (session) this.dispatchEvent(new SessionEvent(session));
    else if (!this.failure) this.amiss = this.words?.signIn.passkeyFailed;
  };
}

const textOf = ({ currentTarget }: Event, name: string): string =>
  String(new FormData(currentTarget as HTMLFormElement).get(name)).trim();

define('voix-admin-sign-in', SignIn);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-sign-in': SignIn;
  }
}
