import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWebStream } from '../../src/server/platform.js';

/** A stream that nobody reads yet, and what it has told its writer. */
function aStream() {
  const told = { drained: 0, gone: 0 };
  const opened = openWebStream({}, { drained: () => told.drained++, gone: () => told.gone++ });
  return { ...opened, told };
}

const KILOBYTE = new Uint8Array(1024);

test('a reader who does not read is behind after 64 kB', () => {
  const { sink } = aStream();
  for (let i = 0; i < 63; i++) assert.equal(sink.write(KILOBYTE), true);
  assert.equal(sink.write(KILOBYTE), false);
});

test('a reader who reads again has caught up', async () => {
  const { sink, response, told } = aStream();
  await Promise.resolve();
  while (sink.write(KILOBYTE));
  const before = told.drained;
  await response.body?.getReader().read();
  assert.equal(told.drained, before + 1);
  assert.equal(sink.write(new Uint8Array(1)), true);
});

test('a reader who leaves is reported once, and writing to it is harmless', async () => {
  const { sink, response, told } = aStream();
  await response.body?.cancel();
  assert.equal(told.gone, 1);
  assert.equal(sink.write(KILOBYTE), false);
  sink.end();
  assert.equal(told.gone, 1);
});

test('an answer that is ended is whole for who keeps up', async () => {
  const { sink, response, told } = aStream();
  sink.write(new TextEncoder().encode('all of it'));
  sink.end();
  assert.equal(await response.text(), 'all of it');
  assert.equal(told.gone, 1);
});

test('who is behind at the end is cut off', async () => {
  const { sink, response, told } = aStream();
  while (sink.write(KILOBYTE));
  sink.end();
  await assert.rejects(response.text());
  assert.equal(told.gone, 1);
});
