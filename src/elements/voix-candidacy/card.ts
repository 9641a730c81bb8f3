import { html, type TemplateResult } from 'lit';
import type { Candidate } from '../../model/election.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import '../voix-candidate-card/voix-candidate-card.js';

/** The real card, beside what one writes and beside what became of it. @param label what it is */
export function cardOf(candidate: Candidate, snapshot: ReadySnapshot, label: string): TemplateResult {
  if (candidate.video) void import('../voix-video/voix-video.js');
  return html`<aside part="preview" aria-labelledby="preview">
    <p class="label" id="preview">${label}</p>
    <voix-candidate-card .candidate=${candidate} .snapshot=${snapshot}
      ><span slot="action"></span
    ></voix-candidate-card>
  </aside>`;
}
