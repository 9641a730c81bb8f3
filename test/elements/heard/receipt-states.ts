/** The receipt of an election that keeps no log, and of one that does: what is proved, what was looked up, what failed. */
import { html } from 'lit';
import { receipt as t } from '../../../src/locales/en-receipt.js';
import { ElectionError } from '../../../src/model/errors.js';
import { button, eventually, only, seen } from '../page.js';
import { during, voted } from '../snapshots.js';
import { logged, snapshotOf } from '../voix-receipt/logged.js';
import { at, by, hasVoted, loading, open, type State } from './state.js';

const own = logged();
const forged = logged({ seed: 9 });
type Own = Awaited<typeof own>;

/** A receipt in the log, once what is done with it has an answer that reads like this. */
const inLog = (
  draw: (own: Own) => ReturnType<typeof snapshotOf> | Promise<ReturnType<typeof snapshotOf>>,
  reads: string,
  act?: (element: Element, own: Own) => unknown,
): State => ({
  template: own.then(async (own) => html`<voix-receipt .snapshot=${await draw(own)}></voix-receipt>`),
  act: async (element) => {
    if (act) {
      await eventually(() => seen(element).includes(act === again ? t.again : t.search));
      await act(element, await own);
    }
    await eventually(() => seen(element).includes(reads), reads);
  },
});

const again = (element: Element): void => button(element, t.again).click();

const lookUp = (code: (own: Own) => string) => (element: Element, own: Own) => {
  only<HTMLInputElement>(element, 'input:not([type=file])').value = code(own);
  button(element, t.search).click();
};

export const receiptStates: Readonly<Record<string, State>> = {
  ...by((snapshot) => html`<voix-receipt .snapshot=${snapshot}></voix-receipt>`, {
    loading,
    open,
    voted: hasVoted,
    closed: at(during.counting, { vote: voted }),
  }),
  error: {
    template: html`<voix-receipt .snapshot=${open}></voix-receipt>`,
    act: (element) => button(element, 'Look').click(),
  },
  'proved by the log': inLog((own) => snapshotOf(own, own.receipt), t.proved),
  'proved, and looked at again': inLog((own) => snapshotOf(own, own.receipt), t.untouched, again),
  'proved, the log out of reach': inLog(
    (own) => snapshotOf(own, own.receipt, () => Promise.reject(new ElectionError('offline'))),
    t.unreachable,
    again,
  ),
  'contradicted by the log': inLog(
    async (own) => snapshotOf(own, own.receipt, (await forged).log.read),
    t.contradicted,
    again,
  ),
  'proving nothing': inLog((own) => snapshotOf(own, { ...own.receipt, key: 'none' }), t.invalid),
  'looked up by its code': inLog(
    (own) => snapshotOf(own),
    t.foundAt(22, '22'),
    lookUp(({ code }) => code),
  ),
  'of a code that is not in the log': inLog(
    (own) => snapshotOf(own),
    t.notThere('ZZ-000000'),
    lookUp(() => 'ZZ-000000'),
  ),
};
