/** Runs the suite in a page, against a backend on another origin that the page's own server opens for each test. */
import { conformance, type ConformanceOptions } from '../../src/adapters/conformance.js';
import type { Reports } from '../../src/model/report.js';
import { httpAdapter } from '../../src/adapters/http/http.js';

const control = async (what: string, body: unknown): Promise<unknown> =>
  (await fetch(`/control/${what}`, { method: 'POST', body: JSON.stringify(body) })).json();

const tests: { name: string; body: () => Promise<void> }[] = [];

/** Each voter's device has a storage of its own; and a host of its own, for lines are shared by address. */
const open: ConformanceOptions['open'] = async (elections) => {
  const { port, path } = (await control('open', elections)) as { port: number; path: string };
  const devices = new Map<string, Map<string, string>>();
  return {
    adapter(voter) {
      const items = devices.get(voter) ?? new Map<string, string>();
      devices.set(voter, items);
      return httpAdapter(`http://${voter}.localhost:${port}${path}`, {
        storage: () => ({
          getItem: (key) => items.get(key) ?? null,
          setItem: (key, text) => void items.set(key, text),
        }),
      });
    },
    elapse: async (ms) => void (await control('elapse', ms)),
    approve: async (election) => void (await control('approve', election)),
    reports: async (election, candidate) => (await control('reports', { election, candidate })) as Reports,
    close: async () => void (await control('close', null)),
  };
};

conformance({
  test: (name, body) => tests.push({ name, body }),
  supports: { live: true, ownBallot: true, list: true },
  community: ['candidacies', 'photos', 'videos', 'reports', 'news', 'questions', 'mandate', 'campaign'],
  open,
});

Object.assign(window, {
  names: tests.map(({ name }) => name),
  /** `undefined` where the test passes; else what it says. */
  run: (name: string): Promise<string | undefined> | undefined =>
    tests
      .find((test) => test.name === name)
      ?.body()
      .then(
        () => undefined,
        (thrown: unknown) => String(thrown),
      ),
});
