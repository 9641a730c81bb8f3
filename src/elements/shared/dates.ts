const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const MOMENT: Intl.DateTimeFormatOptions = { ...DATE, weekday: 'long', hour: 'numeric', minute: '2-digit' };

/** The first of a month, "1er mai" in French, which `Intl` does not know. */
const FIRST = /\b1(?= \D)/;

/** Formatters are made once a language and zone. */
function dates(options: Intl.DateTimeFormatOptions) {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (lang: string, instant: string | number, timeZone: string): string => {
    const key = `${lang} ${timeZone}`;
    let format = made.get(key);
    if (!format) made.set(key, (format = new Intl.DateTimeFormat(lang, { ...options, timeZone })));
    const written = format.format(new Date(instant));
    return lang.startsWith('fr') ? written.replace(FIRST, '1er') : written;
  };
}

/** "15 February 2027", in the election's zone. */
export const dateOf = dates(DATE);

/** "Monday 15 February 2027 at 9:00", in the election's zone. */
export const momentOf = dates(MOMENT);
