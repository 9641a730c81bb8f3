import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../../elements/shared/define.js';
import { tokens } from '../../elements/shared/tokens.js';
import type { AdminMessages } from '../../locales/admin-messages.js';
import { safeAddress } from '../../model/address.js';
import type { Photo } from '../../model/election.js';
import { PictureEvent } from './admin-events.js';
import { AdminView } from './admin-view.js';
import { sheet } from './sheet.js';

/** What a file chooser offers. Many systems know a HEIC by its name alone. */
const TAKEN = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic,.heif';

/** A picture as it is, and a way to send another one from one's own device. */
export class Picture extends AdminView {
  static override properties = {
    photo: { attribute: false },
    subject: { attribute: false },
    label: { attribute: false },
    fixed: { attribute: false },
    gone: { state: true },
  };
  static override styles = [
    tokens,
    sheet,
    css`
      [role='group'] {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px var(--_s);
        align-items: start;
      }
      [role='group'] > :is(.label, .outcome) {
        grid-column: 1 / -1;
      }
      .outcome:not(:has(p)) {
        margin-top: -6px;
      }
      .outcome p {
        font-size: var(--_xs);
      }
      img {
        width: 80px;
        min-height: 44px;
        max-height: 100px;
        border: 1px solid var(--_line);
        border-radius: min(var(--_r), 12px);
        background: var(--_sunk);
        object-fit: contain;
      }
      .beside {
        display: grid;
        gap: 8px;
        min-width: 0;
      }
      [role='group']:not(:has(img)) > .beside {
        grid-column: 1 / -1;
      }
      .button {
        position: relative;
        display: inline-grid;
        place-items: center;
        min-height: 44px;
        padding: 0.45em 1em;
        border: 1px solid var(--_line);
        border-radius: var(--_r);
        background: var(--_surface);
        font-weight: 600;
        color: var(--_link);
        cursor: pointer;
      }
      .button:focus-within {
        outline: 3px solid var(--_link);
        outline-offset: 2px;
      }
      .button input:not([type='radio']) {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        opacity: 0;
        cursor: pointer;
      }
      progress {
        width: 100%;
        accent-color: var(--_link);
      }
    `,
  ];

  declare photo: Photo | undefined;
  /**
   * Of whom, or in which place, it is. Once that is another, what was on its way is given up: a list that gets shorter
   * gives nobody the picture of a neighbour.
   */
  declare subject: string;
  /** Whose or what it is, in words. */
  declare label: string;
  /** Whether it stays as it is. */
  declare fixed: boolean | undefined;
  /** Of the one on its way, what has left: 0 to 1. */
  declare private gone: number | undefined;
  #sending: AbortController | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.get('subject') === undefined) return;
    this.#stop();
    this.failure = undefined;
    this.said = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  #stop = (): void => {
    this.#sending?.abort();
    this.#sending = undefined;
    this.gone = undefined;
  };

  protected override draw(w: AdminMessages): TemplateResult {
    const { photo, label, fixed, session } = this;
    const src = safeAddress(photo?.src, document.baseURI);
    const takes = !fixed && session.pictures;
    if (!src && !takes) return html`${nothing}`;
    return html`<div role="group" aria-label=${label}>
      <p class="label" aria-hidden="true">${label}</p>
      ${src ? html`<img src=${src} alt=${photo?.alt ?? ''} />` : nothing}
      <div class="beside">${takes ? this.#keys(w, src !== undefined) : nothing}</div>
      ${this.outcome(w)}
    </div>`;
  }

  #keys(w: AdminMessages, has: boolean): TemplateResult {
    const { gone } = this;
    const { pictures } = w;
    if (gone !== undefined) {
      const said = gone < 1 ? pictures.sending : pictures.preparing;
      return html`<p class="small">${said}</p>
        <progress aria-label=${said} max="1" .value=${gone}></progress>
        <div class="row"><button type="button" @click=${this.#stop}>${w.cancel}</button></div>`;
    }
    return html`<div class="row">
      <label class="button"
        ><input
          type="file"
          accept=${TAKEN}
          @change=${this.#choose}
        />${has ? pictures.other : pictures.choose}</label
      >
      ${has ? html`<button type="button" class="plain" @click=${this.#remove}>${pictures.remove}</button>` : nothing}
    </div>`;
  }

  #choose = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file) void this.#send(file);
  };

  async #send(file: File): Promise<void> {
    const sending = new AbortController();
    this.#sending = sending;
    this.gone = 0;
    const heard = (part: number) => {
      if (this.#sending === sending) this.gone = part;
    };
    const photo = await this.attempt(() => this.client.keepPicture(file, heard, sending.signal));
    // It was given up: that it did not arrive is nothing to be told.
    if (this.#sending !== sending) {
      this.failure = undefined;
      return;
    }
    this.#stop();
    if (!photo) return;
    this.said = this.words?.pictures.kept;
    this.dispatchEvent(new PictureEvent(photo));
  }

  #remove = (): void => {
    this.said = undefined;
    this.dispatchEvent(new PictureEvent());
  };
}

define('voix-admin-picture', Picture);

declare global {
  interface HTMLElementTagNameMap {
    'voix-admin-picture': Picture;
  }
}
