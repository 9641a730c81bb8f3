import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { mandateSchema } from '../../src/protocol/mandate-messages.js';

const date = { id: 'visite', title: 'Visite', at: '2027-01-05T09:00:00+01:00' };
const mandate = { milestones: [date], reports: [], privileges: ['Un bureau.'], obligations: [] };
const complaints = (value: unknown): string[] =>
  (v.safeParse(mandateSchema, value).issues ?? []).map(({ message }) => message);

describe('a mandate as it is written', () => {
  it('is taken whole, with all there may be in it', () => {
    const full = {
      ...mandate,
      response: { kind: 'excused', text: 'Trop tard.', at: '2027-01-01T00:00:00Z' },
      milestones: [
        { ...date, ends: '2027-01-05T12:00:00+01:00', place: 'Brive', promise: 'Voir.' },
        { ...date, id: 'b', kept: { at: '2027-01-05T12:00:00Z', what: 'Vu.' } },
      ],
      reports: [{ id: 'r', title: 'R', text: 'T', at: '2027-01-05T12:00:00Z', photos: [{ src: '/a.webp' }] }],
      handover: { election: 'traverse-2', text: 'À vous.' },
    };
    assert.deepEqual(v.parse(mandateSchema, full), full);
  });

  for (const [what, wrong, says] of [
    ['two dates of one id', { milestones: [date, date] }, /same id/],
    [
      'an end before the beginning',
      { milestones: [{ ...date, ends: '2027-01-04T09:00:00Z' }] },
      /before it begins/,
    ],
    ['a day that there is not', { milestones: [{ ...date, at: '2027-02-30T09:00:00Z' }] }, /no such day/],
    ['a response of another kind', { response: { kind: 'maybe', at: date.at } }, /one of/],
    ['a key of nowhere', { milestone: [] }, /Did you mean `milestones`/],
    ['an empty promise', { privileges: [' '] }, /empty/],
    [
      'a picture that is a script',
      {
        reports: [{ id: 'r', title: 'R', text: 'T', at: date.at, photos: [{ src: 'javascript:alert(1)' }] }],
      },
      /address starts with/,
    ],
  ] as const)
    it(`refuses ${what}, and says so`, () => {
      const [first] = complaints({ ...mandate, ...wrong });
      assert.match(first ?? '', says);
    });
});
