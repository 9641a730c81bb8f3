/**
 * How many courses a property that is dear is tried with: `RUNS=50 npm run test:unit -- test/server/storage` tries
 * fifty times as many. Each run of the tests draws others.
 */
export const runs = (count: number): number => count * Number(process.env['RUNS'] ?? 1);
