import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import * as v from 'valibot';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import { RESPONSES, type Mandate as Written, type Milestone, type Report } from '../../model/mandate.js';
import { adminElectionAnswerSchema } from '../../protocol/admin/elections.js';
import { adminMandateAnswerSchema } from '../../protocol/admin/mandate.js';
import { mandateSchema } from '../../protocol/mandate-messages.js';
import { idFrom, tidy, withValue, type Path } from '../form/draft.js';
import { typedSince } from '../form/rebase.js';
import { instantOf, wallTimeOf } from '../form/wall-time.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';
import { reportPictures } from './report-pictures.js';

const EMPTY: Written = { milestones: [], reports: [], privileges: [], obligations: [] };

/** The president's term: the brand's answer, the programme with what was promised and done, reports. */
export class Mandate extends AdminView {
  static override properties = { mandate: { state: true }, theirs: { state: true } };
  static override styles = [
    tokens,
    sheet,
    css`
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
        gap: var(--_s);
        width: 100%;
      }
      .pictures .field {
        align-content: start;
      }
      .pictures {
        gap: var(--_s);
      }
    `,
  ];

  declare private mandate: Written | undefined;
  /** Whether somebody else has saved it since it was read. */
  declare private theirs: boolean | undefined;
  #version = 0;
  #zone = 'UTC';

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('election')) void this.#read();
  }

  async #read(): Promise<void> {
    const { election } = this;
    this.mandate = undefined;
    this.theirs = false;
    const answers = await this.attempt(() =>
      Promise.all([
        this.client.get('election', adminElectionAnswerSchema, { election }),
        this.client.get('mandate', adminMandateAnswerSchema, { election }),
      ]),
    );
    if (!answers || election !== this.election) return;
    const [about, { mandate, version }] = answers;
    this.#zone = about.election.calendar.timeZone;
    this.#version = version;
    this.mandate = (mandate as Written | null) ?? EMPTY;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    const { mandate } = this;
    return html`<form class="stack" novalidate @submit=${this.#save}>
      <h2>${w.nav.mandate}</h2>
      ${mandate ? this.#drawn(mandate, w) : nothing}
      ${
        this.theirs
          ? html`<div class="paper stack" role="alert">
              <p class="bad">${w.mandate.conflict}</p>
              <button type="button" @click=${() => this.#read()}>${w.mandate.takeTheirs}</button>
            </div>`
          : nothing
      }
      ${this.outcome(w)}
      ${mandate && this.decides ? html`<button class="main" ?disabled=${this.busy}>${w.save}</button>` : nothing}
    </form>`;
  }

  #drawn(mandate: Written, w: AdminMessages): TemplateResult {
    const { milestones, reports, response, privileges, obligations } = mandate;
    const put = (path: Path, value: unknown) => (this.mandate = withValue(mandate, path, value));
    const fixed = !this.decides;
    const line = (label: string, path: Path, value = '', type = 'text', read = (typed: string) => typed) => {
      const id = path.replaceAll('.', '-');
      return html`<div class="field">
        <label for=${id}>${label}</label>
        <input
          id=${id}
          type=${type}
          autocomplete="off"
          ?disabled=${fixed}
          .value=${value}
          @input=${(event: Event) => put(path, read((event.target as HTMLInputElement).value))}
        />
      </div>`;
    };
    const lines = (
      label: string,
      path: Path,
      value = '',
      read: (typed: string) => unknown = (typed) => typed,
    ) => {
      const id = path.replaceAll('.', '-');
      return html`<div class="field">
        <label for=${id}>${label}</label>
        <textarea
          id=${id}
          ?disabled=${fixed}
          .value=${value}
          @input=${(event: Event) => put(path, read((event.target as HTMLTextAreaElement).value))}
        ></textarea>
      </div>`;
    };
    const split = (typed: string) => typed.split('\n');
    const answer = (event: Event) => {
      const kind = (event.target as HTMLSelectElement).value;
      const at = response?.at ?? new Date(this.session.now).toISOString();
      put('response', kind ? { ...response, kind, at } : undefined);
    };
    const milestone = (one: Milestone, i: number) =>
      html`<li class="paper stack">
        <div class="two">
          ${line(w.mandate.what, `milestones.${i}.title`, one.title)}
          ${line(w.mandate.when, `milestones.${i}.at`, wallTimeOf(one.at, this.#zone), 'datetime-local', (typed) => instantOf(typed, this.#zone))}
          ${line(w.mandate.place, `milestones.${i}.place`, one.place)}
        </div>
        ${lines(w.mandate.promise, `milestones.${i}.promise`, one.promise)}
        <label class="check">
          <input
            type="checkbox"
            ?disabled=${fixed}
            .checked=${one.kept !== undefined}
            @change=${(event: Event) => put(`milestones.${i}.kept`, (event.target as HTMLInputElement).checked ? { at: new Date(this.session.now).toISOString() } : undefined)}
          />
          ${w.mandate.kept}
        </label>
        ${one.kept ? lines(w.mandate.done, `milestones.${i}.kept.what`, one.kept.what) : nothing}
        ${
          fixed
            ? nothing
            : this.#remove(one.title ? w.mandate.removeOne(one.title) : w.mandate.removeDate, () =>
                put(
                  'milestones',
                  milestones.filter((other) => other !== one),
                ),
              )
        }
      </li>`;
    const report = (one: Report, i: number) =>
      html`<li class="paper stack">
        ${line(w.mandate.reportTitle, `reports.${i}.title`, one.title)}
        ${lines(w.mandate.reportText, `reports.${i}.text`, one.text)}
        ${reportPictures(one, {
          words: w,
          client: this.client,
          session: this.session,
          fixed,
          alt: (j, value) => line(w.pictures.shows, `reports.${i}.photos.${j}.alt`, value),
          put: (photos) => put(`reports.${i}.photos`, photos.length ? photos : undefined),
        })}
        ${
          fixed
            ? nothing
            : this.#remove(one.title ? w.mandate.removeOne(one.title) : w.mandate.removeReport, () =>
                put(
                  'reports',
                  reports.filter((other) => other !== one),
                ),
              )
        }
      </li>`;
    const now = new Date(this.session.now).toISOString();
    return html`<section class="paper stack">
        <div class="field">
          <label for="response">${w.mandate.response}</label>
          <select id="response" ?disabled=${fixed} @change=${answer}>
            <option value="" .selected=${!response}>${w.mandate.noResponse}</option>
            ${RESPONSES.map((kind) => html`<option value=${kind} .selected=${response?.kind === kind}>${w.mandate.responses[kind]}</option>`)}
          </select>
        </div>
        ${response ? lines(w.mandate.words, 'response.text', response.text) : nothing}
      </section>
      <h3>${w.mandate.programme}</h3>
      <ol class="stack field">
        ${milestones.map(milestone)}
      </ol>
      ${fixed ? nothing : html`<button type="button" @click=${() => put('milestones', [...milestones, { id: freeId('date', milestones), title: '', at: now }])}>${w.mandate.add}</button>`}
      <h3>${w.mandate.reports}</h3>
      <ol class="stack field">
        ${reports.map(report)}
      </ol>
      ${fixed ? nothing : html`<button type="button" @click=${() => put('reports', [...reports, { id: freeId('report', reports), title: '', text: '', at: now }])}>${w.mandate.addReport}</button>`}
      <div class="two">
        ${lines(w.mandate.privileges, 'privileges', privileges.join('\n'), split)}
        ${lines(w.mandate.obligations, 'obligations', obligations.join('\n'), split)}
      </div>
      <p class="hint">${w.mandate.lines}</p>`;
  }

  #remove(label: string, act: () => void): TemplateResult {
    return html`<button type="button" class="plain" @click=${act}>${label}</button>`;
  }

  #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const parsed = v.safeParse(mandateSchema, { ...EMPTY, ...tidy(this.mandate) });
    if (!parsed.success) {
      this.failure = undefined;
      this.said = undefined;
      this.amiss = this.words?.mandate.faulty;
      return;
    }
    const { election, mandate } = this;
    const body = { version: this.#version, mandate: parsed.output };
    const answer = await this.attempt(() =>
      this.client.post('changeMandate', adminMandateAnswerSchema, body, { election }),
    );
    if (election !== this.election) return;
    this.theirs = this.failure?.code === 'changed-meanwhile';
    if (!answer) return;
    this.#version = answer.version;
    this.mandate = typedSince(mandate, this.mandate, (answer.mandate as Written | null) ?? EMPTY);
    this.said = this.words?.mandate.saved;
  };
}

/** An id that stays for ever: it is in addresses and in calendars. */
const freeId = (base: string, taken: readonly { readonly id: string }[]): string =>
  idFrom(
    `${base}-${taken.length + 1}`,
    taken.map(({ id }) => id),
  );

define('voix-admin-mandate', Mandate);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-mandate': Mandate;
  }
}
