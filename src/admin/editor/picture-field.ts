import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../locales/admin-form-messages.js';
import type { Photo } from '../../model/election.js';
import { valueAt, type Path } from '../form/draft.js';
import { lockOf } from '../form/locked.js';
import type { PictureEvent } from '../shared/admin-events.js';
import '../shared/picture.js';
import { line, type FormState } from './fields.js';

/**
 * A picture of the election: sent from one's own device, or named by its address.
 * @param subject whose it is, as `voix-admin-picture` has it
 * @param alt the field in which one says what it shows; absent where its name stands beside it
 */
export function pictureField(
  form: FormState,
  subject: string,
  path: Path,
  label: string,
  address: Field,
  alt?: Field,
): TemplateResult {
  const photo = valueAt(form.draft, path) as Photo | undefined;
  const put = (next: Photo | undefined) => form.change(path, next);
  // The widths and the crop are those of the picture before.
  const byHand = (src: string) => put({ src, ...(photo?.alt && { alt: photo.alt }) });
  const fixed = form.readOnly || lockOf(`${path}.src`, form.locks) !== undefined;
  return html`<div class="picture">
    <voix-admin-picture
      .client=${form.client}
      .session=${form.session}
      .subject=${subject}
      .photo=${photo}
      .label=${label}
      .fixed=${fixed}
      @voix-admin-picture=${({ photo: sent }: PictureEvent) => put(sent)}
    ></voix-admin-picture>
    <div class="two">
      ${line({ ...form, change: (_, typed) => byHand(String(typed)) }, address, `${path}.src`, { optional: true })}
      ${alt ? line(form, alt, `${path}.alt`, { optional: true }) : nothing}
    </div>
  </div>`;
}
