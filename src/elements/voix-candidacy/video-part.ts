import { html, nothing, type TemplateResult } from 'lit';
import type { Video } from '../../model/election.js';
import { fileChooser, VIDEOS } from './field.js';
import type { VideoField } from './video-field.js';

type Options = ConstructorParameters<typeof VideoField>[0] & {
  /** It could not be loaded. */
  readonly onFailure: () => void;
};

/** How a video is uploaded: loaded with the first one, for most people stand without. */
export class VideoPart {
  readonly #options: Options;
  #field: VideoField | undefined;
  #failed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  draw(uploaded: Video | undefined, on: Parameters<VideoField['draw']>[1]): TemplateResult | typeof nothing {
    if (this.#field) return this.#field.draw(uploaded, on);
    if (uploaded && !this.#failed) void this.#load();
    if (uploaded || !this.#options.offer()?.video) return nothing;
    const send = async (file: File) => (await this.#load())?.send(file);
    return html`<div class="upload keys">
      ${fileChooser('video-file', on.words.chooseVideo, VIDEOS, (file) => void send(file))}
    </div>`;
  }

  /** @returns whether nothing is left to be sent */
  async settled(): Promise<boolean> {
    return (await this.#field?.settled()) ?? true;
  }

  async #load(): Promise<VideoField | undefined> {
    try {
      const { VideoField } = await import('./video-field.js');
      this.#field ??= new VideoField(this.#options);
      this.#options.again();
    } catch {
      this.#failed = true;
      this.#options.onFailure();
    }
    return this.#field;
  }
}
