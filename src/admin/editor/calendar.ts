/** The calendar, drawn as a line of its phases with today on it; each phase can be looked at in the preview. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../elements/shared/localize.js';
import { PHASES, type Phase } from '../../model/election.js';
import { wallTimeOf, instantOf } from '../form/wall-time.js';
import { timeline, type Stretch } from '../form/timeline.js';
import { line, type FormState } from './fields.js';

const NEEDED: ReadonlySet<Phase> = new Set(['voting', 'counting']);

/** @param look shows the page at a phase */
export function calendarLine(
  { draft, words }: FormState,
  { t, f }: Language,
  now: number,
  seen: Phase,
  look: (phase: Phase) => void,
): TemplateResult {
  const { calendar } = draft;
  const stretches = timeline(calendar, now);
  const name = (stretch: Stretch, i: number) =>
    html`<label class=${stretch.when}>
      <input
        type="radio"
        name="phase"
        aria-label=${words.form.seeAt(t.phases[stretch.phase])}
        .checked=${stretch.phase === seen}
        @change=${() => look(stretch.phase)}
      />
      <span class="n" aria-hidden="true">${i + 1}</span>
      <span><b>${t.phases[stretch.phase]}</b> <small>${f.day(stretch.at, calendar.timeZone)}</small></span>
    </label>`;
  return html`<div class="calendar">
    <div class="line" aria-hidden="true">
      ${stretches.map(
        ({ share, when, elapsed, phase }, i) =>
          html`<div class=${when} .style=${`flex-grow:${share};--_elapsed:${elapsed}`}>
            <i></i><span class=${phase === seen ? 'seen' : ''}>${i + 1}</span>
          </div>`,
      )}
    </div>
    <fieldset class="phases" aria-label=${words.form.preview}>${stretches.map(name)}</fieldset>
  </div>`;
}

/** A date for each phase, on the wall of the election's zone. */
export function dates(form: FormState, dateWrong: string): TemplateResult {
  const { draft, words } = form;
  const zone = draft.calendar.timeZone;
  return html`<div class="two">
      ${PHASES.map((phase) =>
        line(form, undefined, `calendar.${phase}`, {
          label: words.form.dates[phase],
          optional: !NEEDED.has(phase),
          type: 'datetime-local',
          wrong: dateWrong,
          value: wallTimeOf(draft.calendar[phase], zone),
          read: (typed) => instantOf(typed, zone) || undefined,
        }),
      )}
      ${line(form, 'timeZone', 'calendar.timeZone', { suggestions: 'zones' })}
    </div>
    <datalist id="zones">
      ${Intl.supportedValuesOf('timeZone').map((one) => html`<option value=${one}></option>`)}
    </datalist>
    ${form.readOnly ? nothing : html`<p class="hint">${words.form.datesOptional}</p>`}`;
}

export const calendarStyle = css`
  .line {
    display: flex;
    gap: 3px;
    width: 100%;
  }
  .line > div {
    flex: 1 1 0;
    min-width: 0;
    display: grid;
    gap: 6px;
    justify-items: start;
  }
  .line i {
    display: block;
    width: 100%;
    height: 12px;
    border-radius: 3px;
    background: var(--_sunk);
    border: 1px solid var(--_line);
    overflow: hidden;
  }
  .line i::before {
    content: '';
    display: block;
    height: 100%;
    background: var(--_link);
    transform: scaleX(var(--_elapsed));
    transform-origin: 0 0;
  }
  :dir(rtl) .line i::before {
    transform-origin: 100% 0;
  }
  .line .past i::before {
    opacity: 0.45;
  }
  .line span,
  .n {
    display: inline-grid;
    place-items: center;
    width: max(22px, 1.7em);
    aspect-ratio: 1;
    border-radius: 50%;
    font-size: var(--_xs);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    background: var(--_sunk);
  }
  .line .seen,
  .phases :checked ~ .n {
    background: var(--_link);
    color: var(--_surface);
  }
  .phases {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
    gap: 4px 12px;
    margin-top: 10px;
  }
  .phases label {
    position: relative;
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 48px;
    padding: 4px 8px 4px 6px;
    border-radius: min(var(--_r), 8px);
    line-height: 1.2;
    cursor: pointer;
  }
  .phases label:has(:checked) {
    background: var(--_sunk);
  }
  .phases label:has(:focus-visible) {
    outline: 3px solid var(--_link);
    outline-offset: 2px;
  }
  .phases input {
    position: absolute;
    opacity: 0;
  }
  .phases b,
  .phases small {
    display: block;
    overflow-wrap: normal;
  }
  .phases small {
    font-size: var(--_xs);
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .line i::before {
      background: Highlight;
      forced-color-adjust: none;
    }
    .phases label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
