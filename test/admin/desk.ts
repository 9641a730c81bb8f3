/** The desk on a page of its own, and what a person does there: reads, types, presses. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/admin/voix-admin.js';
import type { VoixAdmin } from '../../src/admin/voix-admin.js';
import { eventually, everywhere, seen } from '../elements/page.js';
import { session, listed, open, answers, sent, line, start, stop } from './server.js';

/** The one that was opened last. */
export let desk: VoixAdmin;

/** Before the first test of a file, after the last, and between: a server that knows one election. */
export function withServer(more: () => void = () => undefined): void {
  before(start);
  after(() => {
    stop();
    location.hash = '';
  });
  beforeEach(() => {
    answers.clear();
    sent.clear();
    line.gate = undefined;
    answers.set('GET session', () => session('owner'));
    answers.set('GET elections', () => ({ elections: [listed()] }));
    answers.set('GET elections/traverse', () => open());
    more();
  });
}

/** @param place where on the page; default, one of its own */
export async function openDesk(hash: string, place?: Element): Promise<void> {
  location.hash = hash;
  const template = html`<voix-admin backend="/backend"></voix-admin>`;
  desk = await fixture<VoixAdmin>(template, place && { parentNode: place });
}

export const says = (text: string): Promise<void> =>
  eventually(() => seen(desk).includes(text), `it does not say: ${text}`);
export const saysNot = (text: string): Promise<void> =>
  eventually(() => !seen(desk).includes(text), `it says: ${text}`);

/** The one field whose label begins so. */
export function input(label: string): HTMLInputElement {
  const found = everywhere<HTMLLabelElement>(desk, 'label').filter((one) => seen(one).startsWith(label));
  expect(found, label).to.have.length(1);
  return found[0]!.control as HTMLInputElement;
}

export async function type(label: string, text: string): Promise<void> {
  const field = input(label);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await Promise.resolve();
}

/** The one button that says just this. */
export function pressable(label: string): HTMLButtonElement {
  const found = everywhere<HTMLButtonElement>(desk, 'button').filter((one) => seen(one) === label);
  expect(found, label).to.have.length(1);
  return found[0]!;
}

export const press = (label: string): void => pressable(label).click();

export const accessible = () => expect(desk).to.be.accessible();
