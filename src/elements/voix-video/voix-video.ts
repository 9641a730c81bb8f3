import { css, html, nothing } from 'lit';
import { safeAddress } from '../../model/address.js';
import type { Candidate } from '../../model/election.js';
import { define } from '../shared/define.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';
import { embedOf, fileAddress } from './embed.js';

/**
 * A candidate's video behind a click: before it, a poster from the page's own side and no request
 * to anybody; after it, a sandboxed frame of an allowed provider, or the file.
 *
 * @tag voix-video
 * @csspart play - The button on the poster.
 */
export class VoixVideo extends VoixElement {
  static override properties = {
    candidate: { attribute: false },
    playing: { state: true },
  };
  static override styles = [
    tokens,
    css`
      button {
        display: flex;
        flex-wrap: wrap;
        gap: 0 7px;
        align-items: baseline;
        min-height: 32px;
        padding: 4px 0;
        border: 0;
        font-weight: 400;
        text-align: inherit;
      }
      /* The size of the marker beside the manifesto. */
      i {
        font: 0.7em system-ui;
      }
      u {
        text-underline-offset: 0.2em;
      }
      img,
      iframe,
      video {
        display: block;
        width: 100%;
        aspect-ratio: 16 / 9;
        margin-block: 8px;
        border: 0;
        border-radius: calc(var(--_r) * 0.6);
        object-fit: cover;
        background: var(--_sunk);
      }
    `,
  ];

  /** The candidate whose video it is. */
  declare candidate: Candidate | undefined;
  /** Whose video plays: another candidate's waits for a click of its own. */
  declare private playing: Candidate | undefined;

  protected override slice(): readonly unknown[] {
    return [];
  }

  protected override render() {
    const { candidate, more } = this;
    if (!candidate?.video || !more) return nothing;
    const { video, name } = candidate;
    const embed = embedOf(video, document.baseURI);
    if (!embed) return html`<p class="muted">${more.videoRefused}</p>`;
    const poster = safeAddress(video.poster, document.baseURI);
    const title = more.play(name);
    if (this.playing !== candidate)
      return html`<button
          part="play"
          type="button"
          aria-label=${title}
          @click=${() => (this.playing = candidate)}
        >
          ${poster ? html`<img src=${poster} alt="" loading="lazy" />` : nothing}<i>▶&#xFE0E;</i>
          <u>${more.watch}</u>
        </button>
        ${embed.kind === 'frame' ? html`<p class="muted small">${more.videoFrom(embed.host)}</p>` : nothing}`;
    const captions = fileAddress(video.captions, document.baseURI);
    return embed.kind === 'file'
      ? html`<video
          src=${embed.src}
          crossorigin=${captions ? 'anonymous' : nothing}
          controls
          autoplay
          playsinline
          aria-label=${video.title ?? title}
        >
          ${
            captions
              ? html`<track
                  kind="captions"
                  src=${captions}
                  srclang=${candidate.lang ?? nothing}
                  label=${more.captions}
                  default
                />`
              : nothing
          }
        </video>`
      : html`<iframe
          src=${embed.src}
          title=${video.title ?? title}
          sandbox="allow-scripts allow-same-origin allow-presentation"
          allow="autoplay; fullscreen; encrypted-media"
          referrerpolicy="strict-origin"
        ></iframe>`;
  }
}

define('voix-video', VoixVideo);

declare global {
  interface HTMLElementTagNameMap {
    'voix-video': VoixVideo;
  }
}
