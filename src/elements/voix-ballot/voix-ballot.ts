import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { marksOf, type Choice } from '../../model/choice.js';
import type { Election, Id } from '../../model/election.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import { announce } from '../shared/announce.js';
import { define } from '../shared/define.js';
import { portrait } from '../shared/portrait.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { BallotCancelEvent, BallotConfirmEvent } from './ballot-events.js';
import { paper } from './voix-ballot.css.js';

/**
 * The ballot paper, in a native dialog: what is about to be cast, one sentence on whether it may be
 * changed, two buttons; then the stub. It opens by itself when a ballot waits to be confirmed.
 * Where several candidates may be approved, the paper lists them with checkboxes.
 *
 * @tag voix-ballot
 * @fires {BallotConfirmEvent} voix-ballot-confirm - The voter puts the ballot in the box.
 * @fires {BallotCancelEvent} voix-ballot-cancel - The voter goes back.
 * @csspart paper - The dialog.
 */
export class VoixBallot extends VoixElement {
  static override properties = { ...VoixElement.properties, ticked: { state: true } };
  static override styles = [tokens, paper];

  /** The candidates ticked on the paper, while it is being filled in. */
  declare private ticked: readonly Id[];

  constructor() {
    super();
    this.ticked = [];
  }

  protected override slice(): readonly unknown[] {
    return [this.ready?.election, this.ready?.vote];
  }

  protected override willUpdate(): void {
    const vote = this.ready?.vote;
    if (vote?.kind !== 'confirming') this.ticked = [];
    else if (!this.ticked.length && !this.#dialog?.open) this.ticked = marksOf(vote.choice);
  }

  protected override render() {
    const s = this.ready;
    return html`<dialog part="paper" aria-labelledby="title" @cancel=${this.#cancel}>
      ${s && s.vote.kind !== 'none' && s.vote.kind !== 'unknown' ? this.#paper(s, s.vote.choice) : nothing}
    </dialog>`;
  }

  protected override updated(changed: PropertyValues): void {
    const dialog = this.#dialog;
    const vote = this.ready?.vote;
    if (vote?.kind === 'confirming' && !dialog?.open) dialog?.showModal();
    if (vote?.kind === 'none' && dialog?.open) dialog.close();
    if (!changed.has('ticked') && vote?.kind === 'voted' && dialog?.open)
      this.renderRoot.querySelector<HTMLElement>('.cast')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #paper({ election, candidates, vote }: ReadySnapshot, choice: Choice): TemplateResult {
    const { t } = this.language;
    const names = candidates.filter(({ id }) => marksOf(choice).includes(id)).map(({ name }) => name);
    const filling = vote.kind === 'confirming';
    const busy = vote.kind === 'casting';
    const said =
      vote.kind === 'voted'
        ? t.stub
        : busy
          ? t.casting
          : vote.kind === 'kept'
            ? t.keptLong
            : vote.kind === 'refused'
              ? this.more?.errors[vote.error.code]
              : election.rules.revote
                ? t.ballotChangeable
                : t.ballotFinal;
    const several = election.rules.method.kind === 'approval';
    return html`<p class="muted">${t.ballot}</p>
      <h2 id="title">${election.title}</h2>
      ${vote.kind === 'voted'
        ? html`<div class="box" aria-hidden="true"><p class="slip">${names.join(', ')}</p></div>`
        : several && filling
          ? this.#boxes(election, candidates)
          : candidates
              .filter(({ id }) => marksOf(choice).includes(id))
              .map((candidate) => html`<div class="who">${portrait(candidate)}<p class="name">${candidate.name}</p></div>`)}
      <p role="status">${said}</p>
      ${vote.kind === 'voted'
        ? html`<div class="stub">
            <p class="muted">${t.stubCode}</p>
            <p class="code">${vote.receipt.ballot.slice(0, 4)} ${vote.receipt.ballot.slice(4, 8)}</p>
          </div>`
        : nothing}
      <div class="keys">
        ${filling || busy
          ? html`<button type="button" @click=${this.#cancel}>${busy ? t.close : t.cancel}</button>
              <button
                type="button"
                class="cast"
                autofocus
                ?disabled=${busy || (several && !this.ticked.length)}
                @click=${() => this.dispatchEvent(new BallotConfirmEvent(this.ticked))}
              >
                ${busy ? t.casting : t.cast}
              </button>`
          : html`<button type="button" class="cast" @click=${this.#cancel}>${t.close}</button>`}
      </div>`;
  }

  #boxes(election: Election, candidates: ReadySnapshot['candidates']): TemplateResult {
    const { f } = this.language;
    const { method } = election.rules;
    const max = method.kind === 'approval' ? (method.max ?? 0) : 1;
    const tick = (id: Id) => () =>
      (this.ticked = this.ticked.includes(id) ? this.ticked.filter((other) => other !== id) : [...this.ticked, id]);
    return html`<fieldset>
      <legend class="muted">${this.more?.ballotOffered(max, f.number(max))}</legend>
      ${candidates.map(
        ({ id, name }) =>
          html`<label
            ><input
              type="checkbox"
              .checked=${this.ticked.includes(id)}
              ?disabled=${!!max && this.ticked.length >= max && !this.ticked.includes(id)}
              @change=${tick(id)}
            />${name}</label
          >`,
      )}
    </fieldset>`;
  }

  #cancel(): void {
    const s = this.ready;
    if (s?.vote.kind === 'confirming') this.dispatchEvent(new BallotCancelEvent());
    this.#dialog?.close();
    if (s?.vote.kind === 'voted') announce(this.language.t.stub);
  }
}

define('voix-ballot', VoixBallot);

declare global {
  interface HTMLElementTagNameMap {
    'voix-ballot': VoixBallot;
  }
}
