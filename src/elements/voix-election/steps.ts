import { css, html, nothing, type TemplateResult } from 'lit';
import { phaseStarts } from '../../model/phase.js';
import type { ReadySnapshot } from '../../model/snapshot.js';
import type { Language } from '../shared/localize.js';

/** The calendar as a line of phases, with today on it. In a narrow place only today's step is named. */
export function steps({ election, phase }: ReadySnapshot, { t, f }: Language): TemplateResult {
  const starts = phaseStarts(election.calendar);
  const today = starts.findIndex((start) => start.phase === phase);
  return html`<ol class="steps" part="calendar">
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
    list-style: none;
    margin-block: var(--_s);
    font-size: var(--_xs);
    line-height: 1.3;
  }
  .steps li {
    flex: 1;
    position: relative;
    padding: 18px 0.6em 0 0;
    color: var(--_muted);
  }
  .steps li::before {
    content: '';
    position: absolute;
    inset: 5px 0 auto 0;
    block-size: 2px;
    background: var(--_line);
  }
  .steps li:last-child::before {
    inline-size: 12px;
  }
  .steps li::after {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 12px;
    block-size: 12px;
    border: 2px solid var(--_line);
    border-radius: 50%;
    background: var(--_surface);
  }
  .steps .past::before,
  .steps .past::after {
    background: var(--_ink-brand);
    border-color: var(--_ink-brand);
  }
  .steps [aria-current] {
    color: var(--_ink);
  }
  .steps [aria-current]::after {
    border: 4px solid var(--_ink-brand);
  }
  .steps b {
    display: block;
    font-weight: 600;
  }
  @container voix (width < 46rem) {
    .steps li {
      padding-inline-end: 0;
    }
    .steps li:not([aria-current]) {
      block-size: 18px;
      overflow: hidden;
    }
    .steps [aria-current] {
      flex: 0 0 7em;
    }
  }
`;
