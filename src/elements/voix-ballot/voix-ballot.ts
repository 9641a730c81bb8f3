import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { marksOf } from '../../model/choice.js';
import type { Id } from '../../model/election.js';
import type { ReadySnapshot, VoteState } from '../../model/snapshot.js';
import { define } from '../shared/define.js';
import { portrait } from '../shared/portrait.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { BallotCancelEvent, BallotConfirmEvent } from './ballot-events.js';
import type * as Boxes from './boxes.js';
import type * as Stub from './stub.js';
import { paper } from './voix-ballot.css.js';

/** A vote of which a ballot says something. */
type OnPaper = Exclude<VoteState, { readonly kind: 'none' | 'unknown' }>;

/**
 * The ballot paper, in a native dialog: what is about to be cast, one sentence on whether it may be
 * changed, two buttons; then the stub. It opens by itself when a ballot waits to be confirmed.
 * Where several candidates may be approved, the paper lists them with checkboxes.
 *
 * @tag voix-ballot
 * @fires {BallotConfirmEvent} voix-ballot-confirm - The voter puts the ballot in the box.
 * @fires {BallotCancelEvent} voix-ballot-cancel - The voter goes back.
 * @csspart paper - The dialog.
 * @csspart portrait - The photo of a candidate on the paper.
 */
export class VoixBallot extends VoixElement {
  static override properties = {
    ticked: { state: true },
    boxes: { state: true },
    stub: { state: true },
  };
  static override styles = [tokens, paper];

  /** The candidates on the paper, while it is being filled in. */
  declare private ticked: readonly Id[] | undefined;
  /** Draws a paper with checkboxes; loaded for an election that has such. */
  declare private boxes: typeof Boxes | undefined;
  /** Draws what the voter keeps; loaded while the ballot is on its way. Without it the sentence says it all. */
  declare private stub: typeof Stub | undefined;

  protected override slice(): readonly unknown[] {
    return [this.ready?.election, this.ready?.vote];
  }

  protected override willUpdate(): void {
    const s = this.ready;
    if (s?.vote.kind !== 'confirming') this.ticked = undefined;
    else this.ticked ??= marksOf(s.vote.choice);
    if (s?.election.rules.method.kind === 'approval' && !this.boxes)
      void import('./boxes.js').then((part) => (this.boxes = this.#styled(part)));
    if (s?.vote.kind === 'casting' && !this.stub)
      void import('./stub.js').then((part) => (this.stub = this.#styled(part)));
  }

  #styled<Part extends { readonly style: CSSResult }>(part: Part): Part {
    (this.renderRoot as ShadowRoot).adoptedStyleSheets.push(part.style.styleSheet!);
    return part;
  }

  protected override render() {
    const s = this.ready;
    return html`<dialog part="paper" aria-labelledby="title" @cancel=${this.#leave}>
      ${s && 'choice' in s.vote ? this.#paper(s, s.vote) : nothing}
    </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.#dialog;
    const kind = this.ready?.vote.kind;
    if (kind === 'confirming' && !dialog?.open) dialog?.showModal();
    if (kind === 'none') dialog?.close();
    if (kind === 'voted') this.renderRoot.querySelector<HTMLElement>('.main')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #paper(s: ReadySnapshot, vote: OnPaper): TemplateResult {
    const { t } = this.language;
    const { kind } = vote;
    const { ticked, stub } = this;
    const chosen = s.candidates.filter(({ id }) => marksOf(vote.choice).includes(id));
    return html`<p class="muted">${t.ballot}</p>
      <h2 id="title">${s.election.title}</h2>
      ${
        kind === 'voted' && stub
          ? stub.box(chosen.map(({ name }) => name).join(', '))
          : ticked && this.boxes
            ? this.boxes.boxes(s, ticked, (now) => (this.ticked = now), this.more)
            : chosen.map(
                (candidate) =>
                  html`<div class="who">
                    ${portrait(candidate)}
                    <h3>${candidate.name}</h3>
                  </div>`,
              )
      }
      <p role="status">${this.#said(s, vote)}</p>
      ${kind === 'voted' ? stub?.stub(vote.receipt, t, this.more, this) : nothing}
      <div class="keys">
        <button class=${ticked ? '' : 'main'} @click=${this.#leave}>${ticked ? t.cancel : t.close}</button>
        ${
          ticked
            ? html`<button
                class="main"
                autofocus
                @click=${() => ticked.length && this.dispatchEvent(new BallotConfirmEvent(ticked))}
              >
                ${t.cast}
              </button>`
            : nothing
        }
      </div>`;
  }

  /** What has become of the ballot, in a sentence. */
  #said({ election }: ReadySnapshot, vote: OnPaper): string | undefined {
    const { t } = this.language;
    switch (vote.kind) {
      case 'confirming':
        return election.rules.revote ? t.ballotChangeable : t.ballotFinal;
      case 'casting':
        return t.casting;
      case 'kept':
      case 'refused':
        return this.sentence(vote.error);
      case 'voted':
        return t.stub;
    }
  }

  #leave(): void {
    if (this.ticked) this.dispatchEvent(new BallotCancelEvent());
    this.#dialog?.close();
  }
}

define('voix-ballot', VoixBallot);

declare global {
  interface HTMLElementTagNameMap {
    'voix-ballot': VoixBallot;
  }
}
