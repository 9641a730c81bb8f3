/**
 * A live update of a leaderboard of 1,000 candidates at 4× CPU throttling, script and layout, beside
 * plain DOM code that shows the same. Goal: 40 ms at the median.
 */
import { runThrottled } from './throttled-page.js';

const UPDATES = 60;

/** The look of the leaderboard, for the plain one: the same grid, bars and containment. */
const STYLE = `.plain{list-style:none;margin:0;padding:0;font:16px/1.4 sans-serif}
.plain li{display:grid;grid-template-columns:1.2em 40px minmax(0,1fr) 3.8em;gap:0 .6em;align-items:center;padding-block:8px;border-block-end:1px solid #ddd;contain:layout style;content-visibility:auto;contain-intrinsic-size:auto 70px}
.plain .portrait{grid-row:1/4;grid-column:2;width:100%;aspect-ratio:4/5;background:#eee}.plain .rank{grid-row:1/4}
.plain .name{grid-column:3/5}.plain .bar{grid-column:3;grid-row:2;height:12px;overflow:hidden;background:#eee}
.plain .bar i{display:block;height:100%;background:#3d4db7;transform-origin:0 0;transition:transform .4s}
.plain .share{grid-column:4;grid-row:2;text-align:end}.plain .votes{grid-column:3/5;grid-row:3}`;

const measured = await runThrottled('bench/leaderboard/page.ts', UPDATES, STYLE);
const { voix, plain } = measured as { voix: number[]; plain: number[] };

const at = (times: number[], share: number): string =>
  ([...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1);
console.log(
  `1,000 candidates, 100 of them move in each of ${UPDATES} updates, 4× CPU throttling, ms of script + layout`,
);
console.table({
  'voix-results': { median: at(voix, 0.5), p95: at(voix, 0.95) },
  'plain DOM': { median: at(plain, 0.5), p95: at(plain, 0.95) },
});
