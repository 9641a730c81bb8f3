import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import { peopleAnswerSchema, ROLES, type Person } from '../../protocol/admin/people.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';

/** Who may sign in, and what each may do. */
export class People extends AdminView {
  static override properties = { people: { state: true } };
  static override styles = [
    tokens,
    sheet,
    css`
      ul {
        display: grid;
        gap: 10px;
        width: 100%;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 8px var(--_s);
        align-items: center;
        justify-content: space-between;
      }
      select {
        width: auto !important;
      }
    `,
  ];

  declare private people: readonly Person[] | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('client')) void this.#do(() => this.client.get('people', peopleAnswerSchema));
  }

  async #do(ask: () => Promise<{ readonly people: readonly Person[] }>): Promise<boolean> {
    const answer = await this.attempt(ask);
    if (answer) this.people = answer.people;
    else if (this.failure?.code === 'changed-meanwhile') {
      const { failure } = this;
      await this.#do(() => this.client.get('people', peopleAnswerSchema));
      this.failure = failure;
    }
    return answer !== undefined;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    return html`<div class="stack">
      <h2>${w.nav.people}</h2>
      ${this.outcome(w)}
      <ul role="list">
        ${(this.people ?? []).map((person) => html`<li class="paper">${this.#person(person, w)}</li>`)}
      </ul>
      <form class="paper stack" @submit=${this.#add}>
        <h3>${w.people.add}</h3>
        <div class="field">
          <label for="name">${w.people.name}</label>
          <input id="name" name="name" required maxlength="80" autocomplete="off" />
        </div>
        <div class="field">
          <label for="email">${w.people.email}</label>
          <input id="email" name="email" type="email" required autocomplete="off" />
        </div>
        <fieldset>
          <legend>${w.people.role}</legend>
          ${ROLES.map(
            (role) =>
              html`<label class="check">
                <input type="radio" name="role" .value=${role} required ?checked=${role === 'reader'} />
                <span><b>${w.roles[role]}</b> – ${w.rolesLong[role]}</span>
              </label>`,
          )}
        </fieldset>
        <button class="main" ?disabled=${this.busy}>${w.people.add}</button>
      </form>
    </div>`;
  }

  #person(person: Person, w: AdminMessages): TemplateResult {
    const { id, version, name, email, role, seen } = person;
    const own = id === this.session.person?.id;
    const change = async ({ target }: Event) => {
      const select = target as HTMLSelectElement;
      const body = { id, version, name, role: select.value };
      const changed = await this.#do(() => this.client.post('changePerson', peopleAnswerSchema, body));
      // What was refused is not what is shown.
      if (!changed) select.value = role;
    };
    const remove = () =>
      this.#do(() => this.client.post('removePerson', peopleAnswerSchema, { id, version }));
    return html`<div>
        <b>${name}</b> ${own ? html`<span class="tag">${w.people.you}</span>` : nothing}<br />
        <span class="muted small">${email} · ${seen ? w.people.seen(this.date(seen)) : w.people.never}</span>
      </div>
      <div class="row">
        <select aria-label=${w.people.roleOf(name)} ?disabled=${this.busy} @change=${change}>
          ${ROLES.map((one) => html`<option value=${one} .selected=${one === role}>${w.roles[one]}</option>`)}
        </select>
        <button type="button" class="plain" aria-label=${w.people.removeOne(name)} @click=${remove}>
          ${w.remove}
        </button>
      </div>`;
  }

  #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const body = Object.fromEntries(new FormData(form));
    if (await this.#do(() => this.client.post('addPerson', peopleAnswerSchema, body))) form.reset();
  };
}

define('voix-admin-people', People);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-people': People;
  }
}
