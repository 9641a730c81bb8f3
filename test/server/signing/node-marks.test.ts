import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { marksIn } from '../../../src/server/signing/node-marks.js';

const ORIGIN = 'vote.test/maison';
const head = (size: number) => ({ size, root: new Uint8Array(32).fill(size % 256) });

async function aFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'voix-marks-'));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, 'log.key.marks');
}

const sizeOf = async (folder: string, origin = ORIGIN) => (await marksIn(folder).newest(origin))?.size;

test('a mark is there for the next process, each log’s own', async (t) => {
  const folder = await aFolder(t);
  assert.equal(await sizeOf(folder), undefined);
  const marks = marksIn(folder);
  await marks.raise(ORIGIN, head(7));
  await marks.raise(`${ORIGIN}-2`, head(3));
  assert.deepEqual(await marksIn(folder).newest(ORIGIN), head(7));
  assert.equal(await sizeOf(folder, `${ORIGIN}-2`), 3);
  assert.equal(await sizeOf(folder, 'vote.test'), undefined);
  assert.equal((await stat(folder)).mode & 0o777, 0o700);
});

test('a smaller tree lowers nothing, neither in this process nor in another', async (t) => {
  const folder = await aFolder(t);
  const marks = marksIn(folder);
  await marks.raise(ORIGIN, head(7));
  await marks.raise(ORIGIN, head(5));
  await marksIn(folder).raise(ORIGIN, head(6));
  assert.deepEqual(await marksIn(folder).newest(ORIGIN), head(7));
});

test('many processes that raise at once leave the largest, and one file', async (t) => {
  const folder = await aFolder(t);
  const sizes = Array.from({ length: 40 }, (_, i) => ((i * 17) % 40) + 1);
  await Promise.all(sizes.map((size) => marksIn(folder).raise(ORIGIN, head(size))));
  assert.equal(await sizeOf(folder), 40);
  await marksIn(folder).raise(ORIGIN, head(41));
  assert.deepEqual(await readdir(folder), [`${encodeURIComponent(ORIGIN)}.41`]);
});

test('what a process that died has left half done is no mark', async (t) => {
  const folder = await aFolder(t);
  await marksIn(folder).raise(ORIGIN, head(7));
  await writeFile(join(folder, `${encodeURIComponent(ORIGIN)}.9.4711.new`), 'half');
  assert.deepEqual(await marksIn(folder).newest(ORIGIN), head(7));
});

test('a mark that is damaged is not taken for none', async (t) => {
  const folder = await aFolder(t);
  await marksIn(folder).raise(ORIGIN, head(7));
  await writeFile(join(folder, `${encodeURIComponent(ORIGIN)}.7`), '');
  await assert.rejects(sizeOf(folder), /is not a mark/);
});
