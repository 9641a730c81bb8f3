/** Runs in the browser: hangs a campaign of 500 elections, and times script and layout until the first posters are there. */
import '../../src/elements/voix-campaign/voix-campaign.js';
import { campaignWords } from '../../src/elements/shared/campaign-words.js';
import { languageReady } from '../../src/elements/shared/localize.js';
import type { Campaign } from '../../src/model/campaign.js';

const ELECTIONS = 500;

const campaign: Campaign = {
  clock: { now: Date.parse('2026-11-22T12:00:00Z'), rate: 1 },
  entries: Array.from({ length: ELECTIONS }, (_, i) => ({
    id: `e${i}`,
    title: `Who will be the president of the customers of brand number ${i}?`,
    brand: {
      id: `b${i}`,
      name: `Brand ${i}`,
      colour: `#${(i * 31357).toString(16).padStart(6, '0').slice(-6)}`,
    },
    calendar: {
      candidacy: '2026-09-01T09:00:00Z',
      campaign: '2026-10-01T09:00:00Z',
      voting: new Date(Date.UTC(2026, 10, 1 + (i % 40))).toISOString(),
      counting: new Date(Date.UTC(2027, 0, 1 + (i % 40))).toISOString(),
      timeZone: 'Europe/Paris',
    },
    candidates: 4,
    ballots: 100 + i,
    leaders: [{ id: 'a', name: 'Amina Belkacem' }],
    permille: 420,
  })),
};

/** @returns milliseconds of each of `times` first drawings, the sentences being there */
export async function run(times: number): Promise<number[]> {
  await languageReady();
  while (!campaignWords('en', () => {})) await new Promise((resolve) => setTimeout(resolve, 10));
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    document.body.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve, 250));
    const start = performance.now();
    const element = document.createElement('voix-campaign');
    element.campaign = campaign;
    document.body.append(element);
    await element.updateComplete;
    void document.body.offsetHeight;
    took.push(performance.now() - start);
    if (!element.shadowRoot?.querySelector('.wall > li')) throw new Error('nothing is drawn');
  }
  return took;
}

Object.assign(globalThis, { run });
