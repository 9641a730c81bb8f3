import assert from 'node:assert/strict';
import test from 'node:test';
import * as v from 'valibot';
import { keySchema } from '../../src/protocol/messages.js';
import { pageEnvironment } from '../../src/store/environment.js';

/** The events of a window, which Node lacks. */
const page = new EventTarget();
Object.assign(globalThis, {
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
});

test('keys are UUIDs of version 4, made without a secure context, and differ', () => {
  const keys = Array.from({ length: 1000 }, () => pageEnvironment.uuid());
  assert.equal(new Set(keys).size, keys.length);
  for (const key of keys) {
    assert.equal(v.parse(keySchema, key), key);
    assert.match(key, /^.{14}4.{4}8/);
  }
});

test('a callback comes after its time', async () => {
  const before = pageEnvironment.monotonic();
  await new Promise<void>((resolve) => pageEnvironment.after(20, resolve));
  assert.ok(pageEnvironment.monotonic() - before >= 15);
});

test('a callback comes as soon as the device is online again, and once', async () => {
  let calls = 0;
  pageEnvironment.after(20, () => calls++);
  page.dispatchEvent(new Event('online'));
  assert.equal(calls, 1);
  page.dispatchEvent(new Event('online'));
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.equal(calls, 1);
});

test('a callback that is no longer wanted does not come', async () => {
  let calls = 0;
  pageEnvironment.after(10, () => calls++)();
  page.dispatchEvent(new Event('online'));
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(calls, 0);
});
