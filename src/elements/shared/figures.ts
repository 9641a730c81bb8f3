/** Numbers as one language writes them: needed where there are standings to read. */
export interface Figures {
  readonly number: (n: number) => string;
  /** @param permille tenths of a percent */
  readonly share: (permille: number) => string;
  readonly time: (at: number, timeZone: string) => string;
}

const cache = new Map<string, Figures>();

/** A thousand rows ask for them at once: formatters are made once a language. */
export function figuresOf(lang: string): Figures {
  let figures = cache.get(lang);
  if (!figures) cache.set(lang, (figures = makeFigures(lang)));
  return figures;
}

function makeFigures(lang: string): Figures {
  const number = new Intl.NumberFormat(lang);
  const share = new Intl.NumberFormat(lang, { style: 'percent', minimumFractionDigits: 1 });
  const times = new Map<string, Intl.DateTimeFormat>();
  return {
    number: (n) => number.format(n),
    share: (permille) => share.format(permille / 1000),
    time: (at, timeZone) => {
      let time = times.get(timeZone);
      if (!time)
        times.set(
          timeZone,
          (time = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', timeZone })),
        );
      return time.format(at);
    },
  };
}
