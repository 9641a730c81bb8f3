/** A state in which an element is heard, and what several of them are drawn from. */
import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Community } from '../../../src/model/community.js';
import { ElectionError, type ErrorCode } from '../../../src/model/errors.js';
import type { ReadySnapshot, Snapshot } from '../../../src/model/snapshot.js';
import { eventually, seen, wordsReady } from '../page.js';
import { during, readySnapshot, voted } from '../snapshots.js';

export interface State {
  readonly template: TemplateResult | Promise<TemplateResult>;
  /** What is done before it is heard. */
  readonly act?: (element: Element) => unknown;
  /** Words by which it is known to be there. */
  readonly there?: string;
}

/** What is in this state, on the page. One state before leaves it no draft, and no address. */
export async function inState({ template, act, there }: State): Promise<HTMLElement> {
  localStorage.clear();
  // WebKit lets it be done a hundred times in ten seconds.
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  const place = await fixture<HTMLElement>(html`<div>${await template}</div>`);
  await wordsReady();
  if (there) await eventually(() => seen(place).includes(there), `“${there}” does not come`);
  await new Promise(requestAnimationFrame);
  if (act) {
    await act(place);
    await new Promise(requestAnimationFrame);
  }
  return place;
}

export const never = new Promise<never>(() => {});
export const fails = (code: ErrorCode) => () => Promise.reject(new ElectionError(code));
export const unasked = fails('unsupported');

export const at = (now: string, changes: Partial<ReadySnapshot> = {}) => readySnapshot({ now, ...changes });
export const vote = (vote: ReadySnapshot['vote']) => readySnapshot({ vote });
export const withCommunity = (community: Community, now: string = during.voting) =>
  at(now, { community: async () => community });

export const loading: Snapshot = { status: 'loading' };
export const failed: Snapshot = { status: 'failed', error: new ElectionError('offline') };
export const open = readySnapshot();
export const closed = at(during.counting);
export const hasVoted = vote(voted);

/**
 * The states of what a snapshot alone decides.
 * @param there by state, words by which all of it is known to be there
 */
export const by = (
  draw: (snapshot: Snapshot) => TemplateResult,
  snapshots: Readonly<Record<string, Snapshot>>,
  there: Readonly<Record<string, string>> = {},
): Record<string, State> =>
  Object.fromEntries(
    Object.entries(snapshots).map(([state, snapshot]) => [
      state,
      { template: draw(snapshot), there: there[state] ?? '' },
    ]),
  );
