import { html, nothing, type TemplateResult } from 'lit';
import { safeAddress } from '../../model/address.js';
import type { Candidate } from '../../model/election.js';

/**
 * A candidate's portrait in its reserved 4:5 space; a tinted ground where there is no photo.
 * @param alt left out where the name stands beside it
 */
export function portrait(candidate: Candidate, alt?: string): TemplateResult {
  const { photo } = candidate;
  const src = safeAddress(photo?.src, document.baseURI);
  return src
    ? html`<img
        class="portrait"
        part="portrait"
        src=${src}
        srcset=${photo?.srcset ?? nothing}
        .style=${`object-position:${photo?.focus?.map?.((n) => `${+n}%`).join(' ')}`}
        sizes="320px"
        alt=${alt ?? ''}
        loading="lazy"
      />`
    : html`<div class="portrait" part="portrait"></div>`;
}
