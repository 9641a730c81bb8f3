import type { Milestone } from './mandate.js';

/** RFC 5545 §3.3.11: what would end a text, or begin another part. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\p{Cc}]/gu, '');

/** `20270105T080000Z` */
const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** RFC 5545 §3.1: no line of more than 75 bytes; what is longer goes on after a space. No character is cut. */
function folded(line: string): string {
  let out = '';
  let bytes = 0;
  for (const character of line) {
    const more = bytesOf(character);
    if (bytes + more > 75) {
      out += '\r\n ';
      bytes = 1;
    }
    out += character;
    bytes += more;
  }
  return out;
}

const HOUR = 3_600_000;

/**
 * Dates of a programme as a file for one's own calendar (iCalendar, RFC 5545). A date that says no end takes an hour.
 * @param of whose they are: in each date's identity, so that taking the file in again changes the date, and adds none
 * @param about a line for each: whose programme it is
 * @param now ms since 1970
 */
export function calendarFile(
  milestones: readonly Milestone[],
  of: string,
  about: string,
  now: number,
): string {
  const events = milestones.flatMap(({ id, title, at, ends, place, promise }) => {
    const begins = Date.parse(at);
    return [
      'BEGIN:VEVENT',
      `UID:${id}.${of}@voix`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(begins)}`,
      `DTEND:${stamp(ends === undefined ? begins + HOUR : Date.parse(ends))}`,
      `SUMMARY:${escaped(title)}`,
      ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
      `DESCRIPTION:${escaped(promise === undefined ? about : `${promise}\n${about}`)}`,
      'END:VEVENT',
    ];
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Voix//Mandate//EN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
