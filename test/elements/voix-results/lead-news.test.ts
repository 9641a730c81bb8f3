import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LeadNews } from '../../../src/elements/voix-results/lead-news.js';
import { standings } from '../../../src/model/tally.js';

/** The standings of three candidates by their votes. */
const rows = (ada: number, ben: number, cleo = 0) =>
  standings(['ada', 'ben', 'cleo'], { version: 1, ballots: ada + ben + cleo, counts: { ada, ben, cleo } });

/** Who is announced at each of these moments (seconds, votes of Ada, votes of Ben). */
function announced(...moments: readonly (readonly [seconds: number, ada: number, ben: number])[]) {
  const news = new LeadNews();
  return moments.map(([seconds, ada, ben]) => news.of(rows(ada, ben), seconds * 1000)?.candidate);
}

describe('news of the lead', () => {
  it('the first leader seen is no news: the page shows it already', () => {
    assert.deepEqual(announced([0, 5, 3], [60, 6, 3]), [undefined, undefined]);
  });

  it('a new leader is, once', () => {
    assert.deepEqual(announced([0, 5, 3], [1, 5, 6], [100, 5, 7]), [undefined, 'ben', undefined]);
  });

  it('at most one in 30 seconds; what holds after that is told then', () => {
    assert.deepEqual(announced([0, 5, 3], [1, 5, 6], [2, 7, 6], [30, 7, 6], [31, 7, 6]), [
      undefined,
      'ben',
      undefined,
      undefined,
      'ada',
    ]);
  });

  it('a lead that was lost and won back within those 30 seconds is no news', () => {
    assert.deepEqual(announced([0, 5, 3], [1, 5, 6], [5, 7, 6], [10, 7, 8], [40, 7, 9]), [
      undefined,
      'ben',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('nobody leads in a tie, nor without a vote', () => {
    assert.deepEqual(announced([0, 0, 0], [1, 4, 3], [2, 4, 4], [100, 4, 4]), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('a tie that is broken for the same leader is no news', () => {
    assert.deepEqual(announced([0, 4, 3], [1, 4, 4], [60, 5, 4]), [undefined, undefined, undefined]);
  });

  it('no candidate at all is no news', () => {
    assert.equal(new LeadNews().of([], 0), undefined);
  });
});
