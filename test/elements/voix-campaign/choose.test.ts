import assert from 'node:assert/strict';
import { it } from 'node:test';
import { choose } from '../../../src/elements/voix-campaign/choose.js';
import type { CampaignEntry } from '../../../src/model/campaign.js';

const NOW = Date.parse('2027-01-10T00:00:00Z');
const entry = (name: string, voting: string): CampaignEntry => ({
  id: name.toLowerCase(),
  title: `Qui présidera les clients de ${name} ?`,
  brand: { id: name.toLowerCase(), name, story: name === 'Ondine' ? 'L’eau à la maison' : 'Le pain' },
  calendar: { voting, counting: '2027-03-01T00:00:00Z', timeZone: 'UTC' },
  candidates: 3,
});
const entries = [
  entry('Ondine', '2027-02-01T00:00:00Z'),
  entry('Bécarre', '2027-01-01T00:00:00Z'),
  entry('Danseuse', '2027-01-01T00:00:00Z'),
];
const found = (query: string, phase?: 'voting' | 'announced') => {
  const chosen = choose(entries, { query, phase }, NOW);
  return { ...chosen, found: chosen.found.map(({ brand }) => brand.name) };
};

it('all elections, with how many there are in each phase', () => {
  assert.deepEqual(found(''), {
    found: ['Bécarre', 'Danseuse', 'Ondine'],
    phases: [
      ['voting', 2],
      ['announced', 1],
    ],
    all: 3,
  });
});

it('a query is looked for in brand, question and story, whatever the accents; phases count what it finds', () => {
  assert.deepEqual(found('becarre').found, ['Bécarre']);
  assert.deepEqual(found('EAU maison').found, ['Ondine']);
  assert.deepEqual(found('pain').phases, [['voting', 2]]);
  assert.deepEqual(found('pain ondine').found, []);
});

it('the phase that is chosen stays to be unchosen, though nothing is found in it', () => {
  assert.deepEqual(found('becarre', 'announced'), {
    found: [],
    phases: [
      ['voting', 1],
      ['announced', 0],
    ],
    all: 1,
  });
});
