import { html, nothing, type TemplateResult } from 'lit';
import type { CandidacyMessages } from '../../locales/candidacy-messages.js';
import type { Draft } from './draft.js';
import { fileChooser } from './field.js';
import { cutOf, touched, type Frame } from './frame.js';
import { drawFrame, framedPicture, pictureAt, readPicture } from './picture.js';

/** A face is above the middle of most pictures. */
const FIRST: Frame = { x: 50, y: 38, zoom: 1 };

/** What a file chooser offers. Many systems know a HEIC by its name alone. */
const TAKEN = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic,.heif';

interface Host {
  /** Draws again. */
  readonly again: () => void;
  /** A portrait was framed. */
  readonly onFramed: (picture: NonNullable<Draft['picture']>) => Promise<void>;
  readonly onRemove: () => void;
  /** Where the backend keeps what it has made of a HEIC; `undefined` where it takes no photos. */
  readonly madeReadable: (heic: File) => Promise<string | undefined>;
}

/** By its name: many systems do not know the type of a file that they cannot read. */
const HEIC = /\.hei[cf]$/i;

/** Choosing a picture and framing it: by touch, by mouse, or by three sliders. */
export class PortraitField {
  readonly #host: Host;
  #chosen: File | undefined;
  #picture: ImageBitmap | undefined;
  #frame = FIRST;
  #unreadable = false;
  #busy = false;

  constructor(host: Host) {
    this.#host = host;
  }

  draw(words: CandidacyMessages, { photo, picture }: Pick<Draft, 'photo' | 'picture'>): TemplateResult {
    const has = photo ?? picture;
    return html`<div class="field" role="group" aria-labelledby="photo-label">
      <p class="label" id="photo-label">
        ${`${words.labels.photo} `}<i class="muted small">${words.optional}</i>
      </p>
      ${has || this.#picture ? nothing : html`<p class="muted small">${words.hints.photo}</p>`}
      ${this.#picture ? this.#framing(words) : nothing}
      ${this.#busy ? html`<p class="muted">${words.framing}</p>` : nothing}
      ${
        has && !this.#picture && !this.#busy
          ? html`<p class="kept">${photo ? words.photoKept : words.photoWaits}</p>`
          : nothing
      }
      ${this.#unreadable ? html`<p class="fault" id="photo-fault" role="alert">${words.photoUnreadable}</p>` : nothing}
      <div class="keys">
        ${fileChooser(
          'photo',
          has || this.#picture ? words.otherPhoto : words.choosePhoto,
          TAKEN,
          (file) => void this.#choose(file),
          this.#unreadable ? 'photo-fault' : undefined,
        )}
        ${
          has && !this.#picture
            ? html`<button type="button" @click=${this.#host.onRemove}>${words.removePhoto}</button>`
            : nothing
        }
      </div>
    </div>`;
  }

  /** To be called once it is drawn. */
  drawn(root: ParentNode): void {
    const canvas = root.querySelector('canvas');
    if (canvas && this.#picture) drawFrame(canvas, this.#picture, this.#frame);
  }

  #framing(words: CandidacyMessages): TemplateResult {
    const slider = (member: keyof Frame, label: string, [least, most, step]: readonly number[]) =>
      html`<label class="slide"
        ><span>${label}</span
        ><input
          type="range"
          dir=${member === 'x' ? 'ltr' : nothing}
          min=${least!}
          max=${most!}
          step=${step!}
          .value=${String(this.#frame[member])}
          @input=${({ currentTarget }: Event) =>
            this.#set({ ...this.#frame, [member]: Number((currentTarget as HTMLInputElement).value) })}
      /></label>`;
    return html`<fieldset>
      <legend>${words.frame}</legend>
      <p class="muted small">${words.frameHint}</p>
      <div class="frame">
        <canvas width="480" height="600" @click=${this.#touch}></canvas>
        <div class="slides">
          ${slider('x', words.across, [0, 100, 1])} ${slider('y', words.down, [0, 100, 1])}
          ${slider('zoom', words.zoom, [1, 4, 0.05])}
          <button type="button" class="main" @click=${this.keep}>${words.keepFrame}</button>
        </div>
      </div>
    </fieldset>`;
  }

  #set(frame: Frame): void {
    this.#frame = frame;
    this.#host.again();
  }

  #touch = (event: MouseEvent): void => {
    const { width, height } = this.#picture ?? { width: 0, height: 0 };
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const [u, v] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    if (width) this.#set(touched(width, height, this.#frame, u, v));
  };

  #choose = async (file: File): Promise<void> => {
    this.#chosen = file;
    this.#picture?.close();
    this.#picture = undefined;
    const picture = await readPicture(file).catch(() => this.#readElsewhere(file));
    // A HEIC takes its time: whoever has chosen another one meanwhile is framing that.
    if (file !== this.#chosen) return picture?.close();
    this.#busy = false;
    this.#picture = picture;
    this.#unreadable = !picture;
    this.#set(FIRST);
  };

  /** Most browsers read no HEIC; the backend does. */
  async #readElsewhere(file: File): Promise<ImageBitmap | undefined> {
    if (!HEIC.test(file.name)) return undefined;
    this.#busy = true;
    this.#host.again();
    try {
      const address = await this.#host.madeReadable(file);
      return address === undefined ? undefined : await pictureAt(address);
    } catch {
      return undefined;
    }
  }

  /** Keeps the frame as it is; does nothing where no picture is being framed. */
  keep = async (): Promise<void> => {
    const picture = this.#picture;
    if (!picture) return;
    const { focus } = cutOf(picture.width, picture.height, this.#frame);
    const framed = { data: framedPicture(picture, this.#frame), focus };
    picture.close();
    this.#picture = undefined;
    this.#busy = true;
    this.#host.again();
    await this.#host.onFramed(framed);
    this.#busy = false;
    this.#host.again();
  };
}
