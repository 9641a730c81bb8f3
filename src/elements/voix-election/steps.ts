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
    margin-block: calc(var(--_s) * 1.5) var(--_s);
  }
  .steps li {
    flex: 1;
    position: relative;
    padding-top: 10px;
    border-top: 2px solid var(--_line);
    color: var(--_muted);
  }
  .steps li::before {
    content: '';
    position: absolute;
    top: -7px;
    width: 12px;
    height: 12px;
    border: 2px solid var(--_line);
    border-radius: 50%;
    background: var(--_surface);
  }
  .steps li:last-child {
    border-color: #0000;
  }
  .steps .past,
  .steps .past::before {
    border-color: var(--_link);
  }
  .steps .past::before {
    border-width: 6px;
  }
  .steps [aria-current] {
    color: inherit;
  }
  .steps [aria-current]::before {
    border: 4px solid var(--_link);
  }
  .steps b {
    display: block;
  }
  @container (width < 46rem) {
    .steps li:not([aria-current]) {
      font-size: 0;
    }
    .steps [aria-current] {
      flex: 0 0 min(8em, 72%);
    }
  }
`;
