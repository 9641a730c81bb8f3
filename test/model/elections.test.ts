/**
 * Ranked elections in the Condorcet Election Format, counted first past the post by the model: each ballot
 * goes to its first preference. A small set of our own stands here; a larger one of real elections, counted
 * by independent software, is read where it lies beside the checkout.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import type { Rules } from '../../src/model/election.js';
import { outcomeOf } from '../../src/model/outcome.js';
import { standings, type Standing } from '../../src/model/tally.js';
import { tallyOf } from './arbitraries.js';

interface Expected {
  readonly elections: Readonly<
    Record<string, { firstPastThePost: { counts: Readonly<Record<string, number>>; ranking: string } }>
  >;
}

const BLANK = '/EMPTY_RANKING/';

interface Ranked {
  readonly candidates: readonly string[];
  /** The first preference of each ballot: `A > B = C * 4` is four ballots for A. */
  readonly first: readonly string[];
  readonly blank: number;
}

function parse(text: string): Ranked {
  const lines = text.split('\n');
  const candidates = lines.find((line) => line.startsWith('#/Candidates:'))?.split(':')[1] ?? '';
  const preferred = lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [ranking = '', times = '1'] = line.split('*');
      const first = ranking.split('>')[0]?.trim() ?? '';
      assert.ok(first !== '' && !first.includes('='), `a first preference in "${line}"`);
      return new Array<string>(Number(times)).fill(first);
    });
  const first = preferred.filter((one) => one !== BLANK);
  return {
    candidates: candidates.split(';').map((name) => name.trim()),
    first,
    blank: preferred.length - first.length,
  };
}

/** `9 > 1 = 3`: by rank, equals in the order of the candidates. */
const ranking = (rows: readonly Standing[]) =>
  rows.reduce((text, row, i) => {
    const before = rows[i - 1];
    return before ? `${text} ${before.rank === row.rank ? '=' : '>'} ${row.candidate}` : row.candidate;
  }, '');

function holds(folder: string): void {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  const names = readdirSync(folder).filter((name) => name.endsWith('.cvotes'));
  test(`every election of ${folder.split('/').slice(-4, -1).join('/')} has its expected count`, () => {
    assert.deepEqual(
      names.map((name) => name.replace('.cvotes', '')).sort(),
      Object.keys(expected.elections).sort(),
    );
  });
  for (const name of names) {
    const { counts, ranking: order } =
      expected.elections[name.replace('.cvotes', '')]?.firstPastThePost ?? {};
    test(`${name} is counted as expected`, () => {
      const { candidates, first, blank } = parse(readFileSync(join(folder, name), 'utf8'));
      const tally = tallyOf(
        candidates,
        first.map((one) => [one]),
      );
      const rows = standings(candidates, tally);
      // The other software shares a blank ballot among all; here nobody can cast one.
      for (const row of rows) {
        const counted = (counts?.[row.candidate] ?? NaN) - blank / candidates.length;
        assert.ok(Math.abs(row.votes - counted) < 1e-6, `${row.candidate}: ${row.votes} for ${counted}`);
      }
      assert.equal(ranking(rows), order);
      assert.equal(
        rows.reduce((sum, row) => sum + row.permille, 0),
        1000,
      );

      const rules = { quorum: 0 } as Rules;
      const outcome = outcomeOf({ candidates: candidates.map((id) => ({ id, name: id })), rules }, tally);
      const leaders = order?.split(' > ')[0]?.split(' = ') ?? [];
      assert.deepEqual(
        outcome.kind === 'tie' ? outcome.candidates : outcome.kind === 'elected' && [outcome.candidate],
        leaders,
      );
    });
  }
}

holds('test/model/elections');

const real = '../shared/data/elections';
if (existsSync(real)) holds(real);
