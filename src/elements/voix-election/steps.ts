import { css, html, nothing, type TemplateResult } from 'lit';
import { phaseStarts } from '../../model/phase.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import type { Language } from '../shared/localize.js';

/** The calendar as a line of phases, with today on it. In a narrow place only today's step is named. */
export function steps({ election, phase }: ReadySnapshot, { t, f }: Language): TemplateResult {
  const starts = phaseStarts(election.calendar);
  const today = starts.findIndex((start) => start.phase === phase);
  return html`<ol class="steps small" part="calendar">
    ${starts.map(
      (start, i) =>
        html`<li class=${i < today ? 'past' : ''} aria-current=${i === today ? 'step' : nothing}>
          <b>${t.phases[start.phase]}</b> <span>${f.day(start.at, election.calendar.timeZone)}</span>
        </li>`,
    )}
  </ol>`;
}

export const stepsStyle = css`
  .steps {
    display: flex;
    margin-block: var(--_s);
  }
  .steps li {
    flex: 1;
    position: relative;
    padding-top: 18px;
    color: var(--_muted);
  }
  .steps li::before,
  .steps li::after {
    content: '';
    position: absolute;
    inset: 5px 0 auto;
    height: 2px;
    background: var(--_line);
  }
  .steps li::after {
    top: 0;
    width: 12px;
    height: 12px;
    border: 2px solid var(--_line);
    border-radius: 50%;
    background: var(--_surface);
  }
  .steps li:last-child::before {
    right: auto;
    width: 12px;
  }
  .steps .past::before,
  .steps .past::after {
    border-color: var(--_link);
    background: var(--_link);
  }
  .steps [aria-current] {
    color: inherit;
  }
  .steps [aria-current]::after {
    border: 4px solid var(--_link);
  }
  .steps b {
    display: block;
  }
  @container voix (width < 46rem) {
    .steps li:not([aria-current]) {
      height: 18px;
      overflow: hidden;
    }
    .steps [aria-current] {
      flex: 0 0 7em;
    }
  }
`;
