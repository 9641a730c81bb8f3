import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { calendarFile } from '../../src/model/calendar-file.js';

const NOW = Date.parse('2027-01-01T00:00:00Z');
const visit = { id: 'visite', title: 'Visite', at: '2027-01-05T09:00:00+01:00' };
const file = (changes = {}) => calendarFile([{ ...visit, ...changes }], 'traverse', 'Traverse', NOW);
/** As RFC 5545 has it read: what goes on after a space is one line. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a programme for one’s own calendar', () => {
  it('is a calendar of dates in universal time, each with an identity of its own', () => {
    assert.deepEqual(unfolded(file({ ends: '2027-01-05T12:30:00+01:00', place: 'Brive', promise: 'Voir' })), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Voix//Mandate//EN',
      'BEGIN:VEVENT',
      'UID:visite.traverse@voix',
      'DTSTAMP:20270101T000000Z',
      'DTSTART:20270105T080000Z',
      'DTEND:20270105T113000Z',
      'SUMMARY:Visite',
      'LOCATION:Brive',
      'DESCRIPTION:Voir\\nTraverse',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('a date that says no end takes an hour', () => {
    assert.ok(file().includes('DTEND:20270105T090000Z'));
  });

  it('a text cannot add a line: neither an alarm nor another date comes of it', () => {
    const text = 'a;b,c\\d\r\nBEGIN:VALARM\nEND:VEVENT\u0000';
    const lines = unfolded(file({ title: text, place: text }));
    assert.equal(lines.length, unfolded(file({ place: 'x' })).length);
    assert.ok(lines.includes('SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VALARM\\nEND:VEVENT'));
  });

  it('no line is longer than 75 bytes, and no character is cut, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (title) => {
        const text = file({ title });
        for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75);
        const said = unfolded(text).find((line) => line.startsWith('SUMMARY:')) ?? '';
        const plain = title.replace(/\r\n?|\n/g, '\n').replace(/[^\n\P{Cc}]/gu, '');
        assert.equal(
          said.slice(8).replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one)),
          plain,
        );
      }),
      { seed: 2011, numRuns: 200 },
    );
  });
});
