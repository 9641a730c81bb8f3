import type { Audit } from './audit.js';
import type { Check } from './findings.js';

const HEAD: ReadonlySet<Check> = new Set<Check>(['checkpoint', 'signature', 'tree', 'consistency']);

/** Whether the checkpoint is one to remember: signed, and of one piece with what was seen before. */
export const isWorthKeeping = ({ items }: Audit): boolean =>
  items.every(({ check, verdict, reached }) => !HEAD.has(check) || (reached && verdict !== 'failed'));
