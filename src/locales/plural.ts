/** The form of a noun for a number, by the language's own rule. `other` serves where a form is not given. */
export function plural(lang: string): (n: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(lang);
  return (n, one, other) => (rules.select(n) === 'one' ? one : other);
}
