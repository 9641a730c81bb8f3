import { html, nothing, type TemplateResult } from 'lit';
import { safeAddress } from '../../model/address.js';
import type { Candidate, Photo } from '../../model/election.js';

/**
 * A candidate's portrait in its reserved 4:5 space; a figure on a tinted ground where there is no photo.
 * @param alt left out where the name stands beside it
 */
export function portrait(candidate: Candidate, alt?: string): TemplateResult {
  const { src, srcset, focus }: Partial<Photo> = candidate.photo ?? {};
  // What the page itself holds no other page can make or read: it is as safe as the page's own address.
  return safeAddress(src?.replace(/^blob:/, ''), document.baseURI)
    ? html`<img
        class="portrait"
        part="portrait"
        src=${src!}
        srcset=${srcset ?? nothing}
        .style=${`object-position:${focus?.map?.((n) => `${+n}%`).join(' ')}`}
        sizes="320px"
        alt=${alt ?? ''}
        loading="lazy"
      />`
    : html`<div class="portrait" part="portrait"></div>`;
}
