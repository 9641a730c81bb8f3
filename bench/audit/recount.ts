/** Recounts a folder as `voix audit` does, and tells what it took. */
import { auditLogs } from '../../src/cli/audit.js';
import { answering } from '../program.js';

export interface Taken {
  readonly ok: boolean;
  /** Elapsed, and of the processor. */
  readonly seconds: number;
  readonly cpu: number;
  /** The most memory that the process had, MB. */
  readonly memory: number;
}

answering(async (place: string): Promise<Taken> => {
  const start = performance.now();
  let report = '';
  const ok = await auditLogs(place, { keys: [], say: (text) => (report += text) });
  const seconds = (performance.now() - start) / 1000;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  if (!ok) console.error(report);
  return { ok, seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
});
