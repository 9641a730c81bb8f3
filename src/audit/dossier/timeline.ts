/** Turnout, drawn: a bar for each stretch of time. */
import { h, type Element } from './html.js';

const HOUR = 3_600_000;
/** Hours in a bar: the least that makes no more than so many bars. */
const STEPS = [1, 2, 3, 6, 12, 24, 48, 168, 720];
const BARS = 124;

export interface Bar {
  /** Milliseconds since 1970, of its beginning. */
  readonly from: number;
  /** Ballots, and those of them that replaced an earlier one. */
  readonly cast: number;
  readonly changed: number;
}

export interface Timeline {
  readonly bars: readonly Bar[];
  /** Hours in a bar. */
  readonly step: number;
  readonly most: number;
}

/** `undefined` where there was no ballot. */
export function timelineOf(
  hours: ReadonlyMap<string, { readonly cast: number; readonly changed: number }>,
): Timeline | undefined {
  const times = [...hours.keys()].map((at) => Date.parse(at));
  const first = times.reduce((a, b) => Math.min(a, b), Infinity);
  const last = times.reduce((a, b) => Math.max(a, b), -Infinity);
  if (first > last) return undefined;
  const span = (last - first) / HOUR + 1;
  const step = STEPS.find((hours) => span / hours <= BARS) ?? Math.ceil(span / BARS);
  const bars = Array.from({ length: Math.ceil(span / step) }, (_, i) => ({
    from: first + i * step * HOUR,
    cast: 0,
    changed: 0,
  }));
  for (const [at, { cast, changed }] of hours) {
    const bar = bars[Math.floor((Date.parse(at) - first) / HOUR / step)];
    if (!bar) continue;
    bar.cast += cast;
    bar.changed += changed;
  }
  return { bars, step, most: Math.max(...bars.map((bar) => bar.cast)) };
}

const HEIGHT = 100;
const BAR = 10;

/** Decoration: the numbers are in a table beside it. Stretched to whatever room there is. */
export function drawTimeline({ bars, most }: Timeline): Element {
  const rect = (name: string, i: number, from: number, to: number): Element =>
    h('rect', {
      class: name,
      x: i * BAR + 1,
      width: BAR - 2,
      y: round(HEIGHT - (to / most) * HEIGHT),
      height: round(((to - from) / most) * HEIGHT),
    });
  return h(
    'svg',
    {
      class: 'timeline',
      viewBox: `0 0 ${bars.length * BAR} ${HEIGHT}`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    },
    bars.map(({ cast, changed }, i) => [
      cast > changed && rect('first', i, 0, cast - changed),
      changed > 0 && rect('changed', i, cast - changed, cast),
    ]),
  );
}

const round = (number: number): number => Math.round(number * 100) / 100;
