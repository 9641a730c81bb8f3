import { hash } from 'node:crypto';
import { audit, type Audit, type AuditOptions } from '../../../src/audit/audit.js';
import type { Code } from '../../../src/audit/findings.js';
import type { Files, LogWriter } from './log-writer.js';

export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

export const auditFiles = (files: Files, options: Partial<AuditOptions> = {}): Promise<Audit> =>
  audit({ name: 'files', read: (path) => Promise.resolve(files.get(path)) }, { sha256, ...options });

export const auditLog = (log: LogWriter, options?: Partial<AuditOptions>): Promise<Audit> =>
  auditFiles(log.files(), options);

export const failures = ({ items }: Audit): Code[] => codes(items, 'failure');
export const warnings = ({ items }: Audit): Code[] => codes(items, 'warning');
export const unknowns = ({ items }: Audit): Code[] => codes(items, 'unknown');
export const notes = ({ items }: Audit): Code[] => codes(items, 'note');

const codes = (items: Audit['items'], weight: string): Code[] =>
  items.flatMap(({ findings }) => findings.filter((one) => one.weight === weight).map(({ code }) => code));
