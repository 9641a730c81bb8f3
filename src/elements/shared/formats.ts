/** Dates of one language. Making a formatter costs a hundred times its use: each is made once. */
export interface Formats {
  /** "Sunday 30 November at 8:00 p.m. UTC+1", in the election's zone. */
  readonly moment: (at: number, timeZone: string) => string;
  /** "30 Nov." */
  readonly day: (at: number, timeZone: string) => string;
  /** "in 3 days" */
  readonly until: (milliseconds: number) => string;
}

const MOMENT: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
/** Seconds in each unit: it is used from two of them on. */
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** @param first how the language writes the first of a month, which `Intl` does not know: "1er mai" */
export function formatsOf(lang: string, first: string): Formats {
  const relative = new Intl.RelativeTimeFormat(lang);
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const made: Record<string, Intl.DateTimeFormat> = {};
    return (at: number, timeZone: string) =>
      (made[timeZone] ??= new Intl.DateTimeFormat(lang, { ...options, timeZone }))
        .format(at)
        .replace(/\b1 /, first + ' ');
  };
  return {
    moment: dates(MOMENT),
    day: dates(DAY),
    until(milliseconds) {
      const seconds = Math.max(0, milliseconds / 1000);
      const [unit, size] = UNITS.find(([, size]) => seconds >= 2 * size) ?? ['second', 1];
      return relative.format(Math.round(seconds / size), unit);
    },
  };
}
