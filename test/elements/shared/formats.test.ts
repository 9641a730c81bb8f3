import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatsOf } from '../../../src/elements/shared/formats.js';

const CLOSE = Date.parse('2027-01-31T20:00:00+01:00');
const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

describe('dates', () => {
  it('a moment is whole: day, hour, and the zone that it is said in', () => {
    assert.equal(formatsOf('fr', '1er').moment(CLOSE, 'Europe/Paris'), 'dimanche 31 janvier à 20:00 UTC+1');
    assert.match(
      formatsOf('en', '1').moment(CLOSE, 'Europe/Paris'),
      /^Sunday, January 31 at 8:00\sPM GMT\+1$/,
    );
    assert.equal(formatsOf('fr', '1er').moment(CLOSE, 'Indian/Reunion'), 'dimanche 31 janvier à 23:00 UTC+4');
  });

  it('summer time is said as such', () => {
    const inJuly = Date.parse('2027-07-14T20:00:00+02:00');
    assert.equal(formatsOf('fr', '1er').moment(inJuly, 'Europe/Paris'), 'mercredi 14 juillet à 20:00 UTC+2');
  });

  it('a day is short, and that of the zone', () => {
    const lateInParis = Date.parse('2027-01-31T23:30:00Z');
    assert.equal(formatsOf('fr', '1er').day(lateInParis, 'Europe/Paris'), '1er févr.');
    assert.equal(formatsOf('fr', '1er').day(lateInParis, 'America/Martinique'), '31 janv.');
    assert.equal(formatsOf('en-GB', '1').day(CLOSE, 'Europe/Paris'), '31 Jan');
  });

  it('zones and forms asked for in turn do not take one another’s place', () => {
    const { moment, day } = formatsOf('fr', '1er');
    const ask = () => [
      day(CLOSE, 'Europe/Paris'),
      moment(CLOSE, 'Europe/Paris'),
      day(CLOSE, 'Pacific/Noumea'),
    ];
    assert.deepEqual(ask(), ['31 janv.', 'dimanche 31 janvier à 20:00 UTC+1', '1er févr.']);
    assert.deepEqual(ask(), ask());
  });
});

describe('how long until then', () => {
  const { until } = formatsOf('en', '1');

  it('in the unit of which there are at least two', () => {
    assert.deepEqual(
      [
        30 * DAY,
        2 * DAY,
        2 * DAY - SECOND,
        2 * HOUR,
        2 * HOUR - MINUTE,
        2 * MINUTE,
        2 * MINUTE - SECOND,
        SECOND,
      ].map(until),
      [
        'in 30 days',
        'in 2 days',
        'in 48 hours',
        'in 2 hours',
        'in 119 minutes',
        'in 2 minutes',
        'in 119 seconds',
        'in 1 second',
      ],
    );
  });

  it('never counts below nothing, whatever a clock says', () => {
    assert.equal(until(0), 'in 0 seconds');
    assert.equal(until(-5 * DAY), 'in 0 seconds');
  });

  it('in French', () => {
    const { until } = formatsOf('fr', '1er');
    assert.deepEqual([3 * DAY, 5 * HOUR, SECOND].map(until), [
      'dans 3 jours',
      'dans 5 heures',
      'dans 1 seconde',
    ]);
  });
});
