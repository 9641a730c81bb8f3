/** When people vote: in the evening, at lunch, at the weekend, and on the last day. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How much each hour of a working day weighs, from midnight, by the clock of the election's zone. */
const HOURS = [
  0.35, 0.15, 0.07, 0.04, 0.03, 0.06, 0.2, 0.5, 0.8, 0.85, 0.8, 0.85, 1.5, 1.5, 0.9, 0.8, 0.85, 1.1, 1.6, 2.1,
  2.8, 3.1, 2.1, 1,
];
const WEEKEND = { day: 1.5, rest: 1.1 };
/** The first day of voting is news; on the last day those who had put it off remember. */
const FIRST_DAY = 1.9;
const LAST_DAY = 3;
const LAST_HOURS = 2;

/** One stretch of time of an hour or less, and how likely a ballot is to fall in it. */
export interface Slot {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** A moment at which many are reached at once: a message shared, a radio talk. Dies down over a day. */
export interface Spike {
  readonly at: number;
  /** How many times the usual. */
  readonly height: number;
}

/** The voting hours, hour by hour, as the people of a time zone live them. */
export function slotsOf(opens: number, closes: number, timeZone: string): Slot[] {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const slots: Slot[] = [];
  for (let from = opens; from < closes; from += HOUR) {
    const to = Math.min(from + HOUR, closes);
    const parts = Object.fromEntries(format.formatToParts(from).map(({ type, value }) => [type, value]));
    const hour = Number(parts['hour']);
    let weight = (HOURS[hour] ?? 1) * ((to - from) / HOUR);
    if (parts['weekday'] === 'Sat' || parts['weekday'] === 'Sun')
      weight *= hour >= 9 && hour < 18 ? WEEKEND.day : WEEKEND.rest;
    if (from < opens + DAY) weight *= FIRST_DAY;
    if (from >= closes - DAY) weight *= LAST_DAY;
    if (from >= closes - 4 * HOUR) weight *= LAST_HOURS;
    slots.push({ from, to, weight });
  }
  return slots;
}

/** Draws instants from the slots, with more of them after each spike. */
export function sampler(slots: readonly Slot[], spikes: readonly Spike[]): (random: () => number) => number {
  let sum = 0;
  const heights = slots.map(({ from, weight }) => {
    const raised = spikes
      .filter(({ at }) => at <= from)
      .map(({ at, height }) => height * Math.exp((at - from) / (DAY / 2)));
    sum += weight * (1 + raised.reduce((total, height) => total + height, 0));
    return sum;
  });
  return (random) => {
    const drawn = random() * sum;
    const slot = slots[firstAbove(heights, drawn)];
    if (!slot) throw new RangeError('There is no time to vote in.');
    return Math.floor(slot.from + random() * (slot.to - slot.from));
  };
}

/** The place of the first value that is greater, in a rising list. */
function firstAbove(rising: readonly number[], value: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
