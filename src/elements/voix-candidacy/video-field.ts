import { html, nothing, type TemplateResult } from 'lit';
import type { CandidacyMessages } from '../../locales/candidacy-messages.js';
import type { MoreMessages } from '../../locales/messages.js';
import type { CandidacyOffer } from '../../model/candidacy.js';
import type { Id, Video } from '../../model/election.js';
import { toElectionError, type ElectionError } from '../../model/errors.js';

import { fileChooser, VIDEOS } from './field.js';

interface Host {
  /** Draws again. */
  readonly again: () => void;
  readonly offer: () => CandidacyOffer | undefined;
  readonly election: () => Id | undefined;
  /** @param video as the backend keeps it; `undefined`: none */
  readonly onVideo: (video: Video | undefined) => void;
}

/** What the field draws with. */
interface VideoWords {
  readonly words: CandidacyMessages;
  /** Loads them where they are not there yet. */
  readonly errors: () => MoreMessages['errors'] | undefined;
  readonly number: (n: number) => string;
}

/** A video from one's own device, sent while one goes on writing, and its captions. */
export class VideoField {
  readonly #host: Host;
  #file: File | undefined;
  #part = 0;
  /** The captions chosen last. Those of a video that was removed meanwhile bring it not back. */
  #saying: File | undefined;
  #failure: ElectionError | undefined;
  #sending: { readonly abort: AbortController; readonly done: Promise<void> } | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Resolves once nothing is on its way. @returns whether it all got through */
  async settled(): Promise<boolean> {
    await this.#sending?.done;
    return !this.#file;
  }

  /** Gives up what is on its way. */
  stop = (): void => {
    this.#sending?.abort.abort();
    this.#sending = undefined;
    this.#file = undefined;
    this.#failure = undefined;
    this.#host.again();
  };

  draw(video: Video | undefined, on: VideoWords): TemplateResult | typeof nothing {
    if (!this.#host.offer()?.video && !video) return nothing;
    const { words } = on;
    return html`<div class="upload" role="group" aria-label=${words.labels.video}>
      ${this.#sending ? this.#progress(on) : video ? this.#kept(video, words) : nothing}
      ${this.#failure && !this.#sending ? this.#failed(this.#failure, on) : nothing}
      ${
        this.#sending
          ? nothing
          : html`<div class="keys">
              ${
                video
                  ? html`${fileChooser('captions', video.captions ? words.otherCaptions : words.addCaptions, '.vtt,.srt,text/vtt', (file) => this.#say(file, video))}<button
                        type="button"
                        @click=${this.#remove}
                      >
                        ${words.removeVideo}
                      </button>`
                  : fileChooser('video-file', words.chooseVideo, VIDEOS, (file) => void this.send(file))
              }
            </div>`
      }
    </div>`;
  }

  #progress({ words, number }: VideoWords): TemplateResult {
    return html`<p class="sending">
        <progress aria-label=${words.sendingVideo} max="1" .value=${this.#part}></progress>
        <span>${words.percent(number(Math.round(100 * this.#part)))}</span>
      </p>
      <p class="muted small">${words.sendingVideo}</p>
      <div class="keys"><button type="button" @click=${this.stop}>${words.cancelVideo}</button></div>`;
  }

  #kept({ captions }: Video, words: CandidacyMessages): TemplateResult {
    return html`<p class="kept">${words.videoKept}</p>
      ${
        captions
          ? html`<p class="kept">${words.captionsKept}</p>`
          : html`<p class="muted small">${words.captionsHint}</p>`
      }`;
  }

  #failed({ code, retryable }: ElectionError, { words, errors }: VideoWords): TemplateResult {
    const isFull = code === 'storage-failed' || code === 'overloaded';
    const sentence = isFull ? words.videoNoRoom : retryable ? words.videoStopped : errors()?.[code];
    const file = this.#file;
    return html`<p class="fault" role="alert">${sentence}</p>
      ${
        file && retryable
          ? html`<div class="keys">
              <button type="button" class="main" @click=${() => this.send(file)}>${words.resumeVideo}</button>
            </div>`
          : nothing
      }`;
  }

  /** Resolves once it got through, or did not. */
  async send(file: File): Promise<void> {
    const abort = new AbortController();
    const done = this.#upload(file, abort.signal);
    this.#sending = { abort, done };
    this.#host.again();
    await done;
  }

  async #upload(file: File, signal: AbortSignal): Promise<void> {
    const election = this.#host.election();
    const send = this.#host.offer()?.video;
    if (!send || election === undefined) return;
    this.#file = file;
    this.#part = 0;
    this.#failure = undefined;
    const onProgress = (part: number) => {
      this.#part = part;
      this.#host.again();
    };
    try {
      const video = await send(election, file, { signal, onProgress });
      if (signal.aborted) return;
      this.#file = undefined;
      this.#host.onVideo(video);
    } catch (thrown) {
      if (signal.aborted) return;
      this.#failure = toElectionError(thrown);
      if (!this.#failure.retryable) this.#file = undefined;
    }
    this.#sending = undefined;
    this.#host.again();
  }

  async #say(file: File, video: Video): Promise<void> {
    const election = this.#host.election();
    if (election === undefined) return;
    this.#failure = undefined;
    this.#saying = file;
    try {
      const captions = await this.#host.offer()?.captions?.(election, file);
      if (file !== this.#saying) return;
      if (captions !== undefined) this.#host.onVideo({ ...video, captions });
    } catch (thrown) {
      if (file !== this.#saying) return;
      this.#failure = toElectionError(thrown);
    }
    this.#host.again();
  }

  #remove = (): void => {
    this.#failure = undefined;
    this.#saying = undefined;
    this.#host.onVideo(undefined);
  };
}
