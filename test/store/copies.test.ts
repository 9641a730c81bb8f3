import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { electionOf, forOne } from '../../src/adapters/conformance/fixtures.js';
import type * as memory from '../../src/adapters/memory/memory.js';
import { ElectionError, toElectionError } from '../../src/model/errors.js';
import { settle, World } from './world.js';

/** The memory adapter as another package brings it: with classes of its own. */
async function otherCopy(): Promise<typeof memory> {
  const entryPoints = ['src/adapters/memory/memory.ts'];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'esm', write: false });
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)) as typeof memory;
}

describe('an adapter of another copy of Voix', () => {
  let other: typeof memory;
  before(async () => void (other = await otherCopy()));

  /** Elections are asked of this copy, and ballots of the other. */
  async function worldOf() {
    const theirs = other.memoryAdapter([electionOf('e')]);
    const world = new World({
      through: (backend) => ({ ...backend, cast: (...args) => theirs.cast(...args) }),
    });
    await world.opened();
    return { world, theirs };
  }

  it('throws errors of another class, which are taken for what they say', async () => {
    const thrown: unknown = await other.memoryAdapter([]).election('e').catch(Object);
    assert.ok(!(thrown instanceof ElectionError));
    assert.equal(toElectionError(thrown), thrown);
    assert.equal(toElectionError(thrown).code, 'election-unknown');
  });

  it('is asked again after as long as it says, and the ballot is kept meanwhile', async () => {
    const { world, theirs } = await worldOf();
    theirs.fail({ code: 'overloaded', retryAfter: 90_000 });
    world.store.propose(forOne('ada'));
    await settle();
    assert.equal('error' in world.ready.vote && world.ready.vote.error.code, 'overloaded');
    await world.environment.pass(89_000);
    assert.equal(world.ready.vote.kind, 'kept');
    await world.environment.pass(2000);
    assert.equal(world.ready.vote.kind, 'voted');
  });

  it('is not asked again where that cannot help', async () => {
    const { world, theirs } = await worldOf();
    theirs.fail({ code: 'voting-closed' });
    world.store.propose(forOne('ada'));
    await world.environment.pass(300_000);
    const { vote } = world.ready;
    assert.deepEqual([vote.kind, 'error' in vote && vote.error.code], ['refused', 'voting-closed']);
  });
});
