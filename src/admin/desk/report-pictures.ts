/** The pictures of one report, each with what it shows. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AdminMessages } from '../../locales/admin-messages.js';
import type { Photo } from '../../model/election.js';
import type { Report } from '../../model/mandate.js';
import type { SessionAnswer } from '../../protocol/admin/sign-in.js';
import type { Client } from '../client.js';
import type { PictureEvent } from '../shared/admin-events.js';
import '../shared/picture.js';

/** As many as the protocol takes. */
const MOST = 12;

interface OnReport {
  readonly words: AdminMessages;
  readonly client: Client;
  readonly session: SessionAnswer;
  readonly fixed: boolean;
  /** The field in which one says what a picture shows. */
  readonly alt: (at: number, value: string | undefined) => TemplateResult;
  readonly put: (photos: readonly Photo[]) => void;
}

export function reportPictures({ id, photos = [] }: Report, on: OnReport): TemplateResult | typeof nothing {
  const { words, client, session, fixed, alt, put } = on;
  const takes = !fixed && session.pictures && photos.length < MOST;
  if (!photos.length && !takes) return nothing;
  const picture = (photo: Photo | undefined, at: number) => {
    const heard = ({ photo: sent }: PictureEvent) =>
      put([...photos.slice(0, at), ...(sent ? [sent] : []), ...photos.slice(at + 1)]);
    return html`<voix-admin-picture
      .client=${client}
      .session=${session}
      .subject=${`${id} ${photo?.src ?? ''}`}
      .photo=${photo}
      .label=${words.pictures.ofReport}
      .fixed=${fixed}
      @voix-admin-picture=${heard}
    ></voix-admin-picture>`;
  };
  return html`<div class="field pictures">
    ${photos.map(
      (photo, at) =>
        html`<div class="two">
          ${picture(photo, at)}
          <div class="field">
            ${alt(at, photo.alt)}
            <p class="hint">${words.pictures.showsHint}</p>
          </div>
        </div>`,
    )}
    ${takes ? picture(undefined, photos.length) : nothing}
  </div>`;
}
