/**
 * The first posters of a campaign of 500 elections at 4× CPU throttling, script and layout. Goal: 100 ms at the median.
 */
import { runThrottled } from './throttled-page.js';

const TIMES = 15;

const took = ((await runThrottled('bench/campaign/page.ts', TIMES)) as number[]).sort((a, b) => a - b);

const at = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(1);
console.log(`The first posters of 500 elections, ${TIMES} times, 4× CPU throttling, ms of script + layout`);
console.table({ 'voix-campaign': { median: at(0.5), p95: at(0.95) } });
