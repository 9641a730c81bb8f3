/** Numbers and dates of one language. Making a formatter costs a hundred times its use: each is made once. */
export interface Formats {
  readonly number: (n: number) => string;
  /** @param permille tenths of a percent */
  readonly share: (permille: number) => string;
  /** "Sunday 30 November, 8:00 p.m." in the election's zone, which is named where it is not the reader's. */
  readonly moment: (at: number, timeZone: string) => string;
  readonly day: (at: number, timeZone: string) => string;
  readonly time: (at: number, timeZone: string) => string;
  /** "in 3 days" */
  readonly until: (milliseconds: number) => string;
  readonly list: (names: readonly string[]) => string;
}

const cache = new Map<string, Formats>();

export function formatsOf(lang: string): Formats {
  let formats = cache.get(lang);
  if (!formats) cache.set(lang, (formats = makeFormats(lang)));
  return formats;
}

function makeFormats(lang: string): Formats {
  const number = new Intl.NumberFormat(lang);
  const share = new Intl.NumberFormat(lang, { style: 'percent', minimumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'always' });
  const list = new Intl.ListFormat(lang);
  const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const dates = new Map<string, Intl.DateTimeFormat>();
  const date = (at: number, timeZone: string, kind: string, options: Intl.DateTimeFormatOptions): string => {
    const key = kind + timeZone;
    let format = dates.get(key);
    if (!format) dates.set(key, (format = new Intl.DateTimeFormat(lang, { timeZone, ...options })));
    return format.format(at);
  };
  const dayOptions = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const timeOptions = { hour: 'numeric', minute: '2-digit' } as const;
  return {
    number: (n) => number.format(n),
    share: (permille) => share.format(permille / 1000),
    moment: (at, timeZone) =>
      date(at, timeZone, 'm', {
        ...dayOptions,
        ...timeOptions,
        ...(timeZone === ownZone ? {} : { timeZoneName: 'short' }),
      }),
    day: (at, timeZone) => date(at, timeZone, 'd', { day: 'numeric', month: 'short' }),
    time: (at, timeZone) => date(at, timeZone, 't', timeOptions),
    until: (milliseconds) => {
      const seconds = Math.max(0, Math.round(milliseconds / 1000));
      if (seconds < 120) return relative.format(seconds, 'second');
      if (seconds < 7200) return relative.format(Math.round(seconds / 60), 'minute');
      if (seconds < 172_800) return relative.format(Math.round(seconds / 3600), 'hour');
      return relative.format(Math.round(seconds / 86_400), 'day');
    },
    list: (names) => list.format(names),
  };
}
