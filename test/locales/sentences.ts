/** Every sentence of a language, by its path: functions are asked with a few numbers and a name. */

const NAME = 'Zoé';

/** Arguments for a sentence of so many parameters: what counts comes as a number and as text. */
const ARGUMENTS: readonly (readonly (readonly unknown[])[])[] = [
  [[]],
  [[NAME]],
  [
    [0, '0'],
    [1, '1'],
    [2, '2'],
    [1000, '1000'],
  ],
];

export function sentencesOf(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as [string, unknown][]) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(at, value);
    else if (typeof value === 'function')
      for (const given of ARGUMENTS[value.length] ?? [])
        found.set(`${at}(${given.join(', ')})`, String(value(...given)));
    else for (const [below, sentence] of sentencesOf(value as object, at)) found.set(below, sentence);
  }
  return found;
}
