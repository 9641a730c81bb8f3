import { importsOf, type Import } from './imports.js';
import { ROOTS, TABLE, type Row } from './table.js';

/**
 * What breaks the import table, a line each: `src/model/phase.ts:3: …`. None where all is well.
 * @param files text by path from the root
 */
export function violations(files: Iterable<readonly [path: string, text: string]>): string[] {
  return [...files].flatMap(([file, text]) => {
    const row = TABLE.find(({ from }) => from.test(file));
    if (!row) return [`${file}: the import table says nothing of this file`];
    return importsOf(file, text).flatMap((one) => {
      const wrong = wrongWith(file, row, one);
      return wrong ? [`${file}:${one.line}: ${wrong}`] : [];
    });
  });
}

function wrongWith(file: string, row: Row, { target, manner, handsOn }: Import): string | undefined {
  if (target === '?') return 'imports what is not written out';
  const root = ROOTS.find((one) => one.test(file));
  if (handsOn && !root) return `hands on ${target}: only an entry does`;
  const targetRoot = ROOTS.find((one) => one.test(target));
  if (targetRoot && targetRoot !== root) return `imports ${target}, a composition root`;
  if (row.never?.some((one) => one.test(target))) return `imports ${target}`;

  const own = row.from.exec(file)?.[0] ?? file;
  if (covers([own, ...row.may], target)) return undefined;
  if (covers(row.lazily, target))
    return manner === 'at once' ? `imports ${target} at once, not lazily` : undefined;
  if (covers(row.types, target))
    return manner === 'types' ? undefined : `imports more than types of ${target}`;
  return `imports ${target}`;
}

function covers(targets: readonly string[] = [], target: string): boolean {
  return targets.some((one) => (/[/:]$/.test(one) ? target.startsWith(one) : target === one));
}
