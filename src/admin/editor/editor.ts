import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import type { Election, Phase } from '../../model/election.js';
import { judgeChange } from '../../model/locks.js';
import { adminElectionAnswerSchema, type AdminElectionAnswer } from '../../protocol/admin/elections.js';
import { idFrom, inZone, newDraft, tidy, withValue, type Path, type Value } from '../form/draft.js';
import { originsOf, wrongOrigins } from '../form/origins.js';
import { problemsOf, type Problem } from '../form/problems.js';
import { rebased, typedSince } from '../form/rebase.js';
import { ElectionsChangedEvent } from '../shared/admin-events.js';
import { AdminView } from '../shared/admin-view.js';
import { sheet } from '../shared/sheet.js';
import { amendmentList } from './amendments.js';
import { calendarStyle } from './calendar.js';
import { withIds } from './candidates.js';
import { editorStyle } from './editor.css.js';
import { idOf, type FormState } from './fields.js';
import { pagePreview, phaseSeen } from './preview.js';
import { formSections } from './sections.js';

/**
 * The form of an election, new or not, beside the page as it will look. A conflict with somebody else's changes is
 * shown before anything is lost: each field keeps what its last author meant.
 */
export class Editor extends AdminView {
  static override properties = {
    draft: { state: true },
    saved: { state: true },
    theirs: { state: true },
    left: { state: true },
    origins: { state: true },
    note: { state: true },
    phase: { state: true },
    wide: { state: true },
  };
  static override styles = [tokens, sheet, calendarStyle, editorStyle];

  declare private draft: Election | undefined;
  /** What the server has; `undefined`: the election is new. */
  declare private saved: AdminElectionAnswer | undefined;
  /** What somebody else has saved meanwhile. */
  declare private theirs: AdminElectionAnswer | undefined;
  /** The fields of which it may be said what is wrong. */
  declare private left: ReadonlySet<Path> | 'all';
  /** One a line. */
  declare private origins: string;
  declare private note: string;
  declare private phase: Phase;
  declare private wide: boolean;

  constructor() {
    super();
    this.#begin();
  }

  #begin(): void {
    this.saved = undefined;
    this.theirs = undefined;
    this.left = new Set();
    this.origins = '*';
    this.note = '';
    this.phase = 'voting';
    this.wide = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('election')) return;
    this.#begin();
    this.draft = undefined;
    if (this.election) void this.#read();
    else this.draft = newDraft(this.session.now, zoneHere(), this.language.lang);
  }

  async #read(): Promise<void> {
    const { election } = this;
    const answer = await this.attempt(() =>
      this.client.get('election', adminElectionAnswerSchema, { election }),
    );
    if (answer && election === this.election) this.#take(answer);
  }

  #take(answer: AdminElectionAnswer): void {
    this.saved = answer;
    this.draft = answer.election;
    this.origins = answer.origins.join('\n');
    this.theirs = undefined;
    this.note = '';
    this.left = new Set();
    this.phase = answer.phase;
  }

  /** Whether there is something to be saved. */
  get #isChanged(): boolean {
    const { saved, draft } = this;
    if (!saved) return true;
    return (
      JSON.stringify(tidy(draft)) !== JSON.stringify(tidy(saved.election)) ||
      originsOf(this.origins).join() !== saved.origins.join()
    );
  }

  /** Whether what changes is told to everyone. */
  #amends(draft: Election): boolean {
    const { saved, session } = this;
    if (!saved) return false;
    return judgeChange(saved.election, { ...draft, ...tidy(draft) }, session.now).amended.length > 0;
  }

  #problems(draft: Election): Map<Path, Problem> {
    const found = new Map(problemsOf(draft));
    if (wrongOrigins(this.origins).length) found.set('origins', { kind: 'wrong' });
    return found;
  }

  protected override draw(w: AdminMessages): TemplateResult {
    const { draft } = this;
    if (!draft)
      return html`${this.outcome(w)}${this.failure ? html`<button type="button" @click=${() => this.#read()}>${w.again}</button>` : html`<p>${w.wait}</p>`}`;
    const form = this.#form(w, draft);
    const seen = phaseSeen(draft, this.phase);
    return html`<div class="desk">
      <form class="fields" novalidate @submit=${this.#save}>
        <h2>${draft.title || w.list.make}</h2>
        ${this.decides ? nothing : html`<p class="muted">${w.form.readOnly}</p>`}
        ${amendmentList(draft, w, (at) => this.date(at))}
        ${formSections(form, {
          language: this.language,
          now: this.session.now,
          seen,
          look: (phase) => (this.phase = phase),
          putCandidates: (candidates) => (this.draft = { ...draft, candidates }),
          origins: this.origins,
          putOrigins: (origins) => (this.origins = origins),
        })}
        ${this.decides ? this.#foot(w, this.#amends(draft)) : nothing}
      </form>
      ${pagePreview(draft, { phase: seen, wide: this.wide, widen: (wide) => (this.wide = wide) }, w, this.language)}
    </div>`;
  }

  #form(words: AdminMessages, draft: Election): FormState {
    const { left } = this;
    const problems = [...this.#problems(draft)].filter(([path]) => left === 'all' || left.has(path));
    return {
      words,
      draft,
      problems: new Map(problems),
      locks: this.saved?.locks,
      readOnly: !this.decides,
      client: this.client,
      session: this.session,
      number: (n) => this.number(n),
      change: (path, value) => this.#change(path, value),
      leave: (path) => {
        if (left !== 'all') this.left = new Set([...left, path]);
      },
    };
  }

  #change(path: Path, value: Value): void {
    const draft = this.draft!;
    const { id } = draft;
    if (path === 'calendar.timeZone') this.draft = inZone(draft, String(value));
    else if (path === 'rules.method.kind') this.draft = withValue(draft, 'rules.method', { kind: value });
    else if (path === 'brand.name' && !this.saved) {
      // The short names follow the brand's, until somebody writes them.
      const follows = !id || id === idFrom(draft.brand.name);
      const made = idFrom(String(value));
      this.draft = {
        ...draft,
        id: follows ? made : id,
        brand: { ...draft.brand, id: made, name: String(value) },
      };
    } else this.draft = withValue(draft, path, value);
  }

  #foot(w: AdminMessages, amends: boolean): TemplateResult {
    const changed = this.#isChanged;
    const { theirs } = this;
    return html`<div class="save">
      ${
        theirs
          ? html`<div class="paper conflict" role="alert">
              <p><b>${w.form.changed}</b></p>
              <div class="row">
                <button type="button" @click=${() => this.#take(theirs)}>${w.form.takeTheirs}</button>
                <button type="button" @click=${() => this.#rebase(theirs)}>${w.form.keepMine}</button>
              </div>
            </div>`
          : nothing
      }
      ${
        amends
          ? html`<div class="field">
              <label for="note">${w.form.note}</label>
              <input
                id="note"
                aria-describedby="note-about"
                .value=${this.note}
                @input=${(event: Event) => (this.note = (event.target as HTMLInputElement).value)}
              />
              <p id="note-about" class="hint">${w.form.noteHint}</p>
            </div>`
          : nothing
      }
      <div class="row">
        <button class="main" ?disabled=${this.busy || !changed}>
          ${this.saved ? w.save : w.form.create}
        </button>
        ${
          this.saved && changed
            ? html`<button type="button" class="plain" @click=${() => this.#take(this.saved!)}>
                  ${w.form.discard}
                </button>
                <span class="muted small">${w.form.unsaved}</span>`
            : nothing
        }
      </div>
      ${this.outcome(w)}
    </div>`;
  }

  #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { saved, origins, election: about } = this;
    const known = new Set(saved?.election.candidates.map(({ id }) => id));
    const draft = { ...this.draft!, candidates: withIds(this.draft!.candidates, known) };
    const election = tidy(draft);
    const problems = this.#problems(election);
    if (problems.size > 0) return this.#point([...problems.keys()]);
    this.draft = draft;
    const body = { election, origins: originsOf(origins) };
    const answer = await this.attempt(() =>
      saved
        ? this.client.post(
            'changeElection',
            adminElectionAnswerSchema,
            { ...body, version: saved.version, note: this.note },
            { election: saved.election.id },
          )
        : this.client.post('createElection', adminElectionAnswerSchema, body),
    );
    if (about !== this.election) return;
    if (!answer) return this.#lookMeanwhile();
    const { draft: typed, origins: places, phase } = this;
    this.#take(answer);
    this.phase = phase;
    this.draft = typedSince<Election>(draft, typed!, answer.election);
    if (places !== origins) this.origins = places;
    this.said = saved ? this.words?.form.saved : this.words?.form.created;
    this.dispatchEvent(new ElectionsChangedEvent());
    if (!saved && this.isConnected) location.hash = `#/${answer.election.id}/share`;
  };

  /** Shows all that is wrong, and goes to the first of it. */
  async #point(paths: readonly Path[]): Promise<void> {
    this.left = 'all';
    this.said = undefined;
    this.amiss = this.words?.form.faulty(paths.length, this.number(paths.length));
    await this.updateComplete;
    const first = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    const folded = first?.closest('details');
    if (folded) folded.open = true;
    (first ?? this.renderRoot.querySelector<HTMLElement>(`#${idOf(paths[0] ?? 'title')}`))?.focus();
  }

  async #lookMeanwhile(): Promise<void> {
    const { failure, saved } = this;
    if (failure?.code !== 'changed-meanwhile' || !saved) return;
    const theirs = await this.attempt(() =>
      this.client.get('election', adminElectionAnswerSchema, { election: saved.election.id }),
    );
    if (theirs) this.theirs = theirs;
  }

  /** One's own changes on top of theirs: what one has not touched is as they have saved it. */
  #rebase(theirs: AdminElectionAnswer): void {
    const { draft, saved, origins } = this;
    if (!draft || !saved) return;
    const mine = rebased<Election>(tidy(saved.election), tidy(draft), theirs.election);
    const placesTouched = originsOf(origins).join() !== saved.origins.join();
    this.#take(theirs);
    this.draft = mine;
    if (placesTouched) this.origins = origins;
  }
}

const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

define('voix-admin-editor', Editor);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-editor': Editor;
  }
}
