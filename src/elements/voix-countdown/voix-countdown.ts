import { html, nothing } from 'lit';
import type { Calendar } from '../../model/election.js';
import { nextPhase } from '../../model/phase.js';
import { define } from '../shared/define.js';
import { tokens } from '../shared/tokens.js';
import { VoixElement } from '../shared/voix-element.js';

/**
 * What comes next and when: the date in words, and how long until then by the server's clock. A
 * silent timer: it is there to be read, and is not read out every second.
 *
 * @tag voix-countdown
 * @csspart event - What begins.
 * @csspart date - When, in the election's time zone.
 * @csspart left - How long until then.
 */
export class VoixCountdown extends VoixElement {
  static override properties = { calendar: { attribute: false } };
  static override styles = [tokens];

  /** The calendar, for use without a provider; then the device's own clock counts. */
  declare calendar: Calendar | undefined;

  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate('tick', 0), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override slice(): readonly unknown[] {
    return [this.ready?.election, this.ready?.clock, this.ready?.phase];
  }

  protected override render() {
    const calendar = this.calendar ?? this.ready?.election.calendar;
    const now = this.ready?.clock.now() ?? Date.now();
    const next = calendar && nextPhase(calendar, now);
    if (!next) return nothing;
    const { t, f } = this.language;
    return html`<p role="timer" aria-live="off">
      <b part="event">${t.begins[next.phase] ?? t.phases[next.phase]}</b>
      <span part="date">${f.moment(next.at, calendar.timeZone)}</span>
      <span class="muted" part="left">– ${f.until(next.at - now)}</span>
    </p>`;
  }
}

define('voix-countdown', VoixCountdown);

declare global {
  interface HTMLElementTagNameMap {
    'voix-countdown': VoixCountdown;
  }
}
