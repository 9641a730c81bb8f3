const cache = new Map<string, Intl.DateTimeFormat>();

/** "15 February 2027", in the election's zone. Formatters are made once a language and zone. */
export function dateOf(lang: string, instant: string | number, timeZone: string): string {
  const key = `${lang} ${timeZone}`;
  let format = cache.get(key);
  if (!format)
    cache.set(
      key,
      (format = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone })),
    );
  return format.format(new Date(instant));
}
