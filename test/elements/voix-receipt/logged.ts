/** An election with a log, and a ballot in it, for the tests of the receipt. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { VoixReceipt } from '../../../src/elements/voix-receipt/voix-receipt.js';
import '../../../src/elements/voix-receipt/voix-receipt.js';
import { receipt as t } from '../../../src/locales/en-receipt.js';
import { trackingCode } from '../../../src/log/code.js';
import type { ReadFile } from '../../../src/log/files.js';
import type { Receipt } from '../../../src/model/ballot.js';
import type { ReadySnapshot } from '../../../src/model/snapshot.js';
import { writeLog, type LogOptions, type WrittenLog } from '../../log/written-log.js';
import { button, eventually, seen, shown } from '../page.js';
import { election, readySnapshot } from '../snapshots.js';

export const ADDRESS = 'https://votes.example/elections/traverse/log/';

export interface Logged {
  readonly log: WrittenLog;
  readonly receipt: Receipt;
  readonly code: string;
}

/** A log of a few ballots, the last of which is the visitor's own. */
export async function logged(options: Partial<LogOptions> = {}): Promise<Logged> {
  const log = await writeLog({ election: election(), ...options });
  for (let i = 0; i < 20; i++) log.vote(`stranger ${i}`, 'amina');
  const index = log.vote('me', 'gilles');
  const receipt = await log.receipt(index);
  return { log, receipt, code: trackingCode(index, receipt.ballot) ?? '' };
}

/** What the page knows of this election once its visitor has voted; nothing of a vote without a receipt. */
export function snapshotOf(
  { log }: Pick<Logged, 'log'>,
  receipt?: Receipt,
  read: ReadFile = log.read,
): ReadySnapshot {
  const { key, witnesses, numbers } = log;
  const vote = receipt
    ? ({ kind: 'voted', choice: receipt.choice, receipt } as const)
    : { kind: 'none' as const };
  return readySnapshot({
    vote,
    log: { key, witnesses, numbers, source: async () => ({ read, address: ADDRESS }) },
  });
}

/** The element, once what it has to say of a receipt is said. */
export async function receiptOf(snapshot: ReadySnapshot): Promise<VoixReceipt> {
  const element = await shown<VoixReceipt>(html`<voix-receipt .snapshot=${snapshot}></voix-receipt>`);
  await eventually(() => seen(element) && !seen(element).includes(t.checking), 'it stays silent');
  return element;
}

/** Presses a button, and waits until something is to be read. */
export async function pressed(element: VoixReceipt, says: string, reads: string): Promise<void> {
  button(element, says).click();
  await eventually(() => seen(element).includes(reads), `does not read: ${reads}`);
  await expect(element).to.be.accessible();
}

/** Types into the field, and looks that up. */
export async function typed(element: VoixReceipt, text: string, reads: string): Promise<void> {
  await eventually(() => element.shadowRoot?.querySelector('input'), 'there is no field');
  element.shadowRoot!.querySelector('input')!.value = text;
  await pressed(element, t.search, reads);
}
