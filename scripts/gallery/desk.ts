/** The desk of the brand's people, a picture a view: with the rehearsal's elections, and one in which customers stand. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { letterIn } from '../../test/flow/story/letters.js';
import type { Demo } from '../demo.js';
import { isWanted, LOOKS, newVisitor, settled, takeEveryLook } from './camera.js';

const OWNER = 'jeanne@marque.example';
/** Whose vote is on. */
const VOTING = 'traverse';
/** In which customers may stand. */
const STANDING = 'tilleul';

/** What is done on a view before its picture. */
type Deed = (page: Page) => Promise<void>;

const press =
  (selector: string): Deed =>
  (page) =>
    page.locator(`>>> ${selector}`).click();

const VIEWS: Readonly<Record<string, readonly [place: string, ...deeds: Deed[]]>> = {
  elections: ['elections'],
  new: ['+', press('button.main')],
  form: [`${STANDING}/form`],
  'form-locked': [`${VOTING}/form`],
  candidacies: [`${STANDING}/candidacies`],
  'candidacies-return': [`${STANDING}/candidacies`, press('.candidacy .row button:not(.main)')],
  'candidacies-none': [`${VOTING}/candidacies`],
  questions: [`${VOTING}/questions`],
  'questions-answer': [`${VOTING}/questions`, press('li .row button')],
  results: [`${VOTING}/results`],
  mandate: [`${VOTING}/mandate`, press('form > button[type="button"]')],
  share: [`${VOTING}/share`],
  people: ['people'],
  trail: ['trail'],
  mails: ['mails'],
  webhooks: ['webhooks'],
  account: ['account'],
};

export async function showDesk(browser: Browser, demo: Demo): Promise<void> {
  const names = ['sign-in', 'sign-in-code', ...Object.keys(VIEWS)].map((name) => `desk-${name}`);
  if (!names.some(isWanted)) return;
  const desk = `${demo.url}/api/admin/`;
  await promisify(execFile)(process.execPath, [
    'compiled/src/cli/voix.js',
    'owner',
    OWNER,
    '--name',
    'Jeanne Morel',
    '--data',
    demo.data,
  ]);
  const page = await newVisitor(browser, LOOKS[0]);
  // The desk speaks the language of whoever looks.
  await page.evaluateOnNewDocument(() =>
    Object.defineProperty(navigator, 'language', { get: () => 'fr-FR' }),
  );
  await page.goto(desk);
  await takeEveryLook(page, 'desk-sign-in');
  await page.locator('>>> #email').fill(OWNER);
  await page.locator('>>> form button').click();
  await page.locator('>>> #code').wait();
  await takeEveryLook(page, 'desk-sign-in-code');
  const [, code = ''] = await letterIn(join(demo.data, 'mails'), OWNER, /Your code: (\d{6})/);
  await page.locator('>>> #code').fill(code);
  await page.locator('>>> form button.main').click();
  await page.locator('>>> nav a').wait();
  await fill(page, demo.url);

  for (const [name, [place, ...deeds]] of Object.entries(VIEWS)) {
    if (!isWanted(`desk-${name}`)) continue;
    await page.goto(`${desk}#/${place}`);
    await page.reload();
    await page.locator('>>> nav a').wait();
    await settled(page);
    for (const deed of deeds) await deed(page);
    await takeEveryLook(page, `desk-${name}`);
  }
  await page.browserContext().close();
}

/** An election in which somebody stands, questions, and what a desk has after a while. */
async function fill(page: Page, url: string): Promise<void> {
  const act = (path: string, body: object): Promise<unknown> =>
    page.evaluate(
      async (to, json, key) => {
        const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
        const answer = await fetch(`../${to}`, { method: 'POST', headers, body: json });
        if (!answer.ok) throw new Error(`${to}: ${await answer.text()}`);
        return answer.json();
      },
      path,
      JSON.stringify(body),
      randomUUID(),
    );
  const { now } = await page.evaluate(async () => (await (await fetch('session')).json()) as { now: number });
  const day = (days: number): string => new Date(now + days * 86_400_000).toISOString();
  const election = {
    id: STANDING,
    lang: 'fr',
    title: 'Qui parlera pour celles et ceux qui jardinent ?',
    brand: { id: STANDING, name: 'Le Grand Tilleul', colour: '#7a4b12', story: 'Des semences depuis 1931' },
    calendar: {
      announced: day(-9),
      candidacy: day(-4),
      campaign: day(10),
      voting: day(24),
      counting: day(38),
      proclaimed: day(39),
      timeZone: 'Europe/Paris',
    },
    rules: {
      method: { kind: 'plurality' },
      visibility: 'until-voted',
      quorum: 0,
      identity: 'device',
      revote: true,
      confirm: true,
    },
    candidates: [],
  };
  await act('admin/elections/create', { election, origins: ['*'] });
  await act('admin/people/add', { email: 'max@marque.example', name: 'Max Ferrand', role: 'moderator' });
  await act('admin/people/add', { email: 'rim@marque.example', name: 'Rim Saïdi', role: 'reader' });
  await act('admin/webhooks/add', {
    url: 'https://crm.marque.example/voix',
    events: ['candidacy.received', 'election.closed'],
  }).catch(() => undefined);
  for (const [n, [name, town, slogan]] of STANDERS.entries())
    await send(`${url}/api/elections/${STANDING}/candidacies`, n, {
      profile: { name, town, slogan, manifesto: MANIFESTO },
      email: `${n}@clients.example`,
      consents: { age: true, rules: true, image: true },
    });
  for (const [n, text] of ASKED.entries())
    await send(`${url}/api/elections/${VOTING}/questions/ask`, n, {
      kind: n === 2 ? 'idea' : 'question',
      text,
      name: ['Lucie', 'Bruno', ''][n],
      candidate: null,
    });
}

/** As a customer's device sends it. */
async function send(url: string, person: number, body: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      Authorization: `Device customer-${String(person).padStart(13, '0')}`,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
}

const STANDERS = [
  ['Solène Kervadec', 'Quimper', 'Des graines qui poussent sous la pluie aussi.'],
  ['Abel Tchoupi', 'Rodez', 'Le catalogue sans loupe, et en avance.'],
] as const;
const MANIFESTO =
  'Je jardine depuis vingt ans avec vos sachets. Je demanderai un calendrier par région, et que l’on dise d’où vient chaque graine.\n\nUne fois par mois je lirai vos lettres, et je porterai les trois plus demandées.';
const ASKED = [
  'Pourquoi les trains du dimanche soir partent-ils toujours dix minutes après leur correspondance ?',
  'Quand pourra-t-on réserver une place pour un vélo sans passer par le guichet ?',
  'Une voiture calme, sans annonces, sur les trajets de plus de deux heures.',
];
