/** What the desk is to those who hear it: each view's headings, links, fields and buttons, in the order of the page. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/admin/voix-admin.js';
import type { VoixAdmin } from '../../src/admin/voix-admin.js';
import { goesByTab } from '../elements/heard/told.js';
import { eventually, heard, seen } from '../elements/page.js';
import * as server from './server.js';

const { answers } = server;
const AT = '2027-01-02T10:00:00Z';
const COMMAND = {
  id: 't1',
  at: AT,
  by: null,
  act: 'person-added',
  election: null,
  subject: 'p1',
  detail: 'owner',
};
const JEANNE = {
  id: 'p1',
  email: 'jeanne@traverse.example',
  name: 'Jeanne Morel',
  role: 'owner',
  seen: AT,
  version: 1,
};
const DELIVERY = {
  id: 'd1',
  event: 'election.closed',
  at: AT,
  state: 'delivered',
  attempts: 2,
  status: 204,
  next: null,
};

/** By view, and its state where it has another: what the server answers, a word by which the view is there, and what is heard of it. */
const VIEWS: Readonly<
  Record<
    string,
    readonly [answers: Readonly<Record<string, object>>, there: string, heard: readonly string[]]
  >
> = {
  elections: [
    {},
    'Qui présidera',
    [
      'banner',
      'button Sign out',
      'navigation Sections',
      'link Elections',
      'link People',
      'link Who did what',
      'link Mail',
      'link Webhooks',
      'link Your passkeys',
      'main',
      'heading Elections',
      'button Write an election',
      'link Traverse Qui présidera ? Campaign 2 candidates · 0 ballots 1 thing waits for you',
    ],
  ],
  'traverse/candidacies': [
    {
      'GET elections/traverse/candidacies': { candidacies: [server.candidacy()] },
      'GET elections/traverse/candidates': { candidates: [], hidden: [] },
    },
    'Karim Haddad',
    [
      'heading Candidacies',
      'button To be read 1',
      'button Sent back',
      'button Approved',
      'button Withdrawn by the candidate',
      'button Taken out by you',
      'status',
      'heading Karim Haddad',
      'DisclosureTriangle Read the manifesto',
      'button Approve',
      'button Send back',
      'region Who stands',
      'status',
    ],
  ],
  'traverse/candidacies, empty': [
    {
      'GET elections/traverse/candidacies': { candidacies: [] },
      'GET elections/traverse/candidates': { candidates: [] },
    },
    'Nobody waits here.',
    [
      'heading Candidacies',
      'button To be read',
      'button Sent back',
      'button Approved',
      'button Withdrawn by the candidate',
      'button Taken out by you',
      'status',
      'region Who stands',
      'status',
    ],
  ],
  'traverse/candidacies, error': [
    {},
    'does not answer at this address',
    [
      'heading Candidacies',
      'button To be read',
      'button Sent back',
      'button Approved',
      'button Withdrawn by the candidate',
      'button Taken out by you',
      'status',
      'region Who stands',
      'status',
    ],
  ],
  'traverse/questions, empty': [
    { 'GET elections/traverse/questions': { questions: [], total: 0, next: null } },
    'No question here.',
    [
      'heading Questions and ideas',
      'button To be answered',
      'button Answered',
      'button Reported',
      'button Hidden',
      'searchbox Search in questions',
      'status',
    ],
  ],
  'people, error': [
    {},
    'does not answer at this address',
    [
      'heading People',
      'status',
      'form',
      'heading Let somebody in',
      'textbox Name',
      'textbox E-mail address',
      'radio Reader – sees everything, changes nothing',
      'radio Moderator – writes elections, decides on candidacies and questions',
      'radio Owner – does everything, and says who may do what',
      'button Let somebody in',
    ],
  ],
  'elections, empty': [
    { 'GET elections': { elections: [] } },
    'No election yet',
    [
      'banner',
      'button Sign out',
      'navigation Sections',
      'link Elections',
      'link People',
      'link Who did what',
      'link Mail',
      'link Webhooks',
      'link Your passkeys',
      'main',
      'heading Elections',
      'button Write an election',
    ],
  ],
  'elections, signed out': [
    { 'GET session': server.session(null) },
    'mail',
    [
      'main',
      'heading Sign in',
      'button With a passkey',
      'form',
      'textbox Your e-mail address',
      'button Send me a code',
      'status',
    ],
  ],
  'traverse/questions': [
    {
      'GET elections/traverse/questions': {
        questions: [server.question({ reports: 2 })],
        total: 1,
        next: null,
      },
    },
    'en retard',
    [
      'heading Questions and ideas',
      'button To be answered',
      'button Answered',
      'button Reported',
      'button Hidden',
      'searchbox Search in questions',
      'status',
      'button Answer',
      'button Leave it there',
      'button Hide',
    ],
  ],
  'traverse/results': [
    {
      'GET elections/traverse/results': {
        version: 10,
        ballots: 10,
        hidden: false,
        counts: { amina: 6, gilles: 4 },
        tiers: { device: { counted: 10, review: 1, invalidated: 0 } },
        refused: { 'already-voted': 3 },
      },
    },
    '60.0%',
    [
      'heading Count',
      'heading Results',
      'button Freeze',
      'button Read as a table',
      'heading How people voted, and what is looked at',
      'heading Refused at the door',
      'status',
      'form',
      'heading Decide about a ballot',
      'textbox Number or tracking code of the ballot',
      'combobox Decide about a ballot',
      'option Look at it: not counted meanwhile',
      'option Take it out of the count',
      'option Count it again',
      'combobox Reason',
      'option the same person voted several times',
      'option cast by a machine',
      'option a vote that was bought',
      'option a mistake',
      'option by order of a court',
      'option asked for by the voter',
      'button Decide',
    ],
  ],
  'traverse/mandate': [
    { 'GET elections/traverse/mandate': { mandate: null, version: 0 } },
    'programme',
    [
      'heading The mandate',
      'combobox Your answer to the president',
      'option No answer yet: the page counts the days',
      'option We welcome them',
      'option We ask to be excused',
      'option We decline',
      'heading The programme',
      'button Add a date',
      'heading Reports',
      'button Add a report',
      'textbox What the president is given',
      'textbox What the president owes',
      'status',
      'button Save',
    ],
  ],
  'traverse/share': [
    {},
    'voix-election',
    [
      'heading Paste and export',
      'heading On your page',
      'button Copy',
      'status',
      'heading Take it with you',
      'link Ballots, as a table',
      'link Results, as a table',
      'link The election itself',
    ],
  ],
  people: [
    { 'GET people': { people: [JEANNE] } },
    'jeanne@traverse.example',
    [
      'heading People',
      'status',
      'combobox Role of Jeanne Morel',
      'option Reader',
      'option Moderator',
      'option Owner',
      'button Remove Jeanne Morel',
      'form',
      'heading Let somebody in',
      'textbox Name',
      'textbox E-mail address',
      'radio Reader – sees everything, changes nothing',
      'radio Moderator – writes elections, decides on candidacies and questions',
      'radio Owner – does everything, and says who may do what',
      'button Let somebody in',
    ],
  ],
  trail: [
    { 'GET trail': { entries: [COMMAND], next: 't1' } },
    'owner',
    ['heading Who did what', 'status', 'button Show more'],
  ],
  mails: [
    {
      'GET mails': {
        delivery: 'folder',
        mails: [
          {
            id: 'm1',
            at: AT,
            to: 'ada@clients.example',
            subject: 'S',
            text: 'T',
            state: 'waiting',
            failure: '552 full',
          },
        ],
      },
    },
    'ada@clients.example',
    ['heading Mail', 'status', 'DisclosureTriangle S to ada@clients.example · Jan 2, 2027, 10:00 AM Waiting'],
  ],
  webhooks: [
    {
      'GET webhooks': {
        webhooks: [
          {
            id: 'w1',
            url: 'https://crm.example/',
            events: ['election.closed'],
            made: AT,
            deliveries: [DELIVERY],
          },
        ],
      },
    },
    'crm.example',
    [
      'heading Webhooks',
      'status',
      'region https://crm.example/',
      'button Try it',
      'button Remove https://crm.example/',
      'form',
      'heading Add a webhook',
      'textbox Address that is called',
      'checkbox candidacy.received',
      'checkbox candidacy.approved',
      'checkbox candidacy.returned',
      'checkbox question.asked',
      'checkbox question.answered',
      'checkbox election.changed',
      'checkbox election.closed',
      'checkbox election.proclaimed',
      'button Add a webhook',
    ],
  ],
  account: [
    { 'GET passkeys': { passkeys: [{ id: 'k1', name: 'Phone', made: AT, used: null }] } },
    'Phone',
    [
      'heading Your passkeys',
      'status',
      'button Remove Phone',
      'form',
      'textbox Name it, to know it again',
      'button Add a passkey of this device',
    ],
  ],
};

describe('the desk, heard', () => {
  before(server.start);
  after(() => {
    server.stop();
    location.hash = '';
  });
  beforeEach(() => {
    answers.clear();
    answers.set('GET session', () => server.session('owner'));
    answers.set('GET elections', () => ({ elections: [server.listed()] }));
    answers.set('GET elections/traverse', () => server.open());
  });

  for (const [place, [given, there, expected]] of Object.entries(VIEWS))
    it(place, async () => {
      for (const [route, answer] of Object.entries(given)) answers.set(route, () => answer);
      location.hash = `/${place.split(',')[0]}`;
      const desk = await fixture<VoixAdmin>(html`<voix-admin backend="/backend"></voix-admin>`);
      await eventually(() => seen(desk).includes(there), there);
      const all = (await heard())
        .filter(({ role }) => role !== 'generic' && role !== 'LineBreak')
        .map(({ role, name }) => `${role} ${name}`.trim());
      // What is around every view is heard once, in the first.
      const view = place.startsWith('elections')
        ? all
        : all.slice(all.findIndex((one) => one.startsWith('heading')));
      expect(view).to.deep.equal(expected);
      await expect(desk).to.be.accessible();
      await goesByTab(desk);
    });
});
