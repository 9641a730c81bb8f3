import type { Id } from './election.js';

/** A name as an id: `Thanh-Mai Phạm` is `thanh-mai-pham`. Empty where none of its letters is a Latin one. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 56)
    .replace(/-+$/, '');

/** An id for a name that is not taken: `amina-belkacem`, then `amina-belkacem-2`. */
export function freeId(name: string, taken: ReadonlySet<Id>): Id {
  const base = slug(name) || 'candidate';
  if (!taken.has(base)) return base;
  let n = 2;
  while (taken.has(`${base}-${n}`)) n++;
  return `${base}-${n}`;
}
