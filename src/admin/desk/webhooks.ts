import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import {
  addWebhookAnswerSchema,
  WEBHOOK_EVENTS,
  webhooksAnswerSchema,
  type Webhook,
} from '../../protocol/admin/notices.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

/** Which of the brand's own systems hear of what, and whether they did. */
export class Webhooks extends AdminView {
  static override properties = { webhooks: { state: true }, secret: { state: true } };
  static override styles = [tokens, sheet];

  declare private webhooks: readonly Webhook[] | undefined;
  declare private secret: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('client')) void this.#do(() => this.client.get('webhooks', webhooksAnswerSchema));
  }

  async #do(ask: () => Promise<{ readonly webhooks: readonly Webhook[] }>): Promise<void> {
    const answer = await this.attempt(ask);
    if (answer) this.webhooks = answer.webhooks;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    return html`<div class="stack">
      <h2>${w.nav.webhooks}</h2>
      <p class="muted">${w.webhooks.why}</p>
      ${this.outcome(w)}
      ${
        this.secret
          ? html`<div class="paper">
              <p>${w.webhooks.secret}</p>
              <pre dir="ltr">${this.secret}</pre>
            </div>`
          : nothing
      }
      ${(this.webhooks ?? []).map((webhook) => this.#webhook(webhook, w))}
      <form class="paper stack" @submit=${this.#add}>
        <h3>${w.webhooks.add}</h3>
        <div class="field">
          <label for="url">${w.webhooks.url}</label>
          <input id="url" name="url" type="url" required maxlength="2000" autocomplete="off" />
        </div>
        <fieldset>
          <legend>${w.webhooks.events}</legend>
          ${WEBHOOK_EVENTS.map(
            (event) =>
              html`<label class="check">
                <input type="checkbox" name="events" .value=${event} /> <code>${event}</code>
              </label>`,
          )}
        </fieldset>
        <button class="main" ?disabled=${this.busy}>${w.webhooks.add}</button>
      </form>
    </div>`;
  }

  #webhook({ id, url, events, deliveries }: Webhook, w: AdminMessages): TemplateResult {
    const act = (route: 'testWebhook' | 'removeWebhook') => () =>
      this.#do(() => this.client.post(route, webhooksAnswerSchema, { id }));
    return html`<section class="paper stack" aria-label=${url}>
      <p><b>${url}</b><br /><span class="muted small">${events.join(', ')}</span></p>
      ${deliveries.length ? nothing : html`<p class="muted small">${w.webhooks.quiet}</p>`}
      <ul>
        ${deliveries.map(
          ({ event, at, state, attempts, status }) =>
            html`<li class="small">
              <span class="tag">${w.webhooks.states[state]}</span> ${event} · ${this.date(at)} · ${attempts}×
              ${status ?? nothing}
            </li>`,
        )}
      </ul>
      <div class="row">
        <button type="button" ?disabled=${this.busy} @click=${act('testWebhook')}>${w.webhooks.test}</button>
        <button
          type="button"
          class="plain"
          aria-label=${w.webhooks.removeOne(url)}
          @click=${act('removeWebhook')}
        >
          ${w.remove}
        </button>
      </div>
    </section>`;
  }

  #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const body = { url: String(data.get('url')), events: data.getAll('events') };
    const answer = await this.attempt(() => this.client.post('addWebhook', addWebhookAnswerSchema, body));
    if (!answer) return;
    ({ webhooks: this.webhooks, secret: this.secret } = answer);
    form.reset();
  };
}

define('voix-admin-webhooks', Webhooks);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-webhooks': Webhooks;
  }
}
