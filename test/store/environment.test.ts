import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as v from 'valibot';
import { keySchema } from '../../src/protocol/messages.js';
import { pageEnvironment } from '../../src/store/environment.js';

/** The events of a window, which Node lacks. */
const page = new EventTarget();
const events = {
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
};

test('keys are UUIDs of version 7, made without a secure context, and differ', () => {
  const keys = Array.from({ length: 1000 }, () => pageEnvironment.uuid());
  assert.equal(new Set(keys).size, keys.length);
  for (const key of keys) {
    assert.equal(v.parse(keySchema, key), key);
    assert.match(key, /^.{14}7.{4}8/);
  }
});

describe('what is to come later', () => {
  before(() => Object.assign(globalThis, events));
  // Others share this process.
  after(() => {
    for (const name of Object.keys(events)) Reflect.deleteProperty(globalThis, name);
  });

  test('comes after its time', async () => {
    const begun = pageEnvironment.monotonic();
    await new Promise<void>((resolve) => pageEnvironment.after(20, resolve));
    assert.ok(pageEnvironment.monotonic() - begun >= 15);
  });

  test('comes as soon as the device is online again, and once', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let calls = 0;
    pageEnvironment.after(20, () => calls++);
    page.dispatchEvent(new Event('online'));
    assert.equal(calls, 1);
    page.dispatchEvent(new Event('online'));
    t.mock.timers.tick(40);
    assert.equal(calls, 1);
  });

  test('does not come where it is no longer wanted', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let calls = 0;
    pageEnvironment.after(10, () => calls++)();
    page.dispatchEvent(new Event('online'));
    t.mock.timers.tick(30);
    assert.equal(calls, 0);
  });
});
