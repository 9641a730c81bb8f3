import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../src/protocol/described-file.js';
import { parseElectionFile } from '../../src/protocol/election-file.js';

const FILE = `# yaml-language-server: $schema=./election.schema.json
id: bakery
lang: fr
title: Qui présidera nos clients ?
brand:
  id: bakery
  name: La Boulangerie
  colour: "#8a4b12"
calendar:
  campaign: 2026-12-07T09:00:00+01:00
  voting: 2027-01-01T08:00:00+01:00
  counting: 2027-01-31T20:00:00+01:00
  timeZone: Europe/Paris
origins: ["https://bakery.example"]
candidates:
  - id: amina
    name: Amina Belkacem
  - id: bruno
    name: Bruno Costa
    slogan: Du pain chaud à toute heure
`;

const WITNESS = 'witness.example/w1+0a1b2c3d+BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

function findings(text: string): readonly Finding[] {
  const read = parseElectionFile(text);
  assert.ok(!read.ok, 'the file was taken for a good one');
  return read.findings;
}

/** The one finding of the file with a line replaced, added (before empty) or left out (after empty). */
function findingAfter(before: string, after: string): Finding {
  assert.ok(FILE.includes(before), `the file has no ${before}`);
  const found = findings(FILE.replace(before, after));
  assert.equal(found.length, 1, JSON.stringify(found));
  return found[0] as Finding;
}

describe('an election file', () => {
  it('is read, with the rules that hold where it names none', () => {
    const read = parseElectionFile(FILE);
    assert.ok(read.ok);
    assert.deepEqual(read.value.origins, ['https://bakery.example']);
    assert.equal(read.value.election.candidates.length, 2);
    assert.deepEqual(read.value.election.rules, {
      method: { kind: 'plurality' },
      visibility: 'until-voted',
      revote: true,
      confirm: true,
      quorum: 0,
      identity: 'device',
    });
  });

  it('may be JSON, with the place of its schema in it', () => {
    const read = parseElectionFile(FILE);
    assert.ok(read.ok);
    const { election, origins } = read.value;
    const json = JSON.stringify({ $schema: './election.schema.json', ...election, origins });
    assert.deepEqual(parseElectionFile(json), read);
  });

  const mistakes: Record<string, [before: string, after: string, place: string, message: RegExp]> = {
    'a missing date': [
      '  voting: 2027-01-01T08:00:00+01:00\n',
      '',
      'calendar.voting 9:1',
      /`voting` is missing/,
    ],
    'a date without its offset': [
      '2027-01-01T08:00:00+01:00',
      '2027-01-01T08:00:00',
      'calendar.voting 11:3',
      /offset from UTC/,
    ],
    'a day that no month has': ['2027-01-31T20', '2027-02-30T20', 'calendar.counting 12:3', /no such day/],
    'a calendar that runs backwards': [
      'counting: 2027-01-31',
      'counting: 2026-12-31',
      'calendar.counting 12:3',
      /runs backwards: `counting` .* must come after `voting`/,
    ],
    'a close at the opening': [
      '2027-01-31T20:00',
      '2027-01-01T08:00',
      'calendar.counting 12:3',
      /runs backwards/,
    ],
    'a campaign after the opening': [
      '2026-12-07',
      '2027-02-07',
      'calendar.voting 11:3',
      /must come after `campaign`/,
    ],
    'a time zone that there is not': [
      'Europe/Paris',
      'Europe/Pariss',
      'calendar.timeZone 13:3',
      /not a time zone/,
    ],
    'an unknown key': ['colour:', 'color:', 'brand.color 8:3', /Did you mean `colour`\?/],
    'a key that is like no other': [
      'colour:',
      'zzz:',
      'brand.zzz 8:3',
      /What is known here: id, name, story/,
    ],
    'a colour of three digits': ['"#8a4b12"', '"#8a4"', 'brand.colour 8:3', /six hexadecimal digits/],
    'a colour without quotes': ['"#8a4b12"', '#8a4b12', 'brand.colour 8:3', /quotes around the colour/],
    'an empty value': ['Amina Belkacem', '', 'candidates[0].name 17:5', /empty/],
    'two candidates of one id': [
      'id: bruno',
      'id: amina',
      'candidates[1].id 18:5',
      /Two candidates have the id `amina`/,
    ],
    'an id in capitals': ['id: bruno', 'id: Bruno', 'candidates[1].id 18:5', /a–z, 0–9 and hyphens/],
    'a slogan that is a book': [
      'Du pain',
      'pain '.repeat(50),
      'candidates[1].slogan 20:5',
      /too long: \d+ characters, 140/,
    ],
    'an origin with a path': [
      'bakery.example"',
      'bakery.example/shop"',
      'origins[0] 14:11',
      /without a path/,
    ],
    'a language that there is not': ['lang: fr', 'lang: f', 'lang 3:1', /fr, en, en-GB/],
    'a word that rules do not know': [
      'origins:',
      'rules: {visibility: always-visible}\norigins:',
      'rules.visibility 14:9',
      /always, until-voted, until-close/,
    ],
    'more choices than candidates': [
      'origins:',
      'rules: {method: {kind: approval, max: 3}}\norigins:',
      'rules.method 14:9',
      /greater than the number of candidates/,
    ],
    'a witness without its key': [
      'origins:',
      'witnesses: [{url: "https://witness.example"}]\norigins:',
      'witnesses[0].key 14:13',
      /`key` is missing/,
    ],
    'what is no key of a witness': [
      'origins:',
      'witnesses: [{key: secret, url: "https://witness.example"}]\norigins:',
      'witnesses[0].key 14:14',
      /`voix witness` prints it/,
    ],
    'the address of a witness with a slash at the end': [
      'origins:',
      `witnesses: [{url: "https://witness.example/", key: "${WITNESS}"}]\norigins:`,
      'witnesses[0].url 14:14',
      /without a slash at the end/,
    ],
    'a negative quorum': ['origins:', 'rules: {quorum: -1}\norigins:', 'rules.quorum 14:9', /0 or more/],
    'a script for a photo': [
      'name: Amina Belkacem',
      'name: Amina\n    photo: {src: "javascript:alert(1)"}',
      'candidates[0].photo.src 18:13',
      /starts with https/,
    ],
    "a photo of another site's, without saying so": [
      'name: Amina Belkacem',
      'name: Amina\n    photo: {src: "//evil.example/a.png"}',
      'candidates[0].photo.src 18:13',
      /starts with https/,
    ],
    'a video of an unknown provider': [
      'name: Amina Belkacem',
      'name: Amina\n    video: {provider: youtub, id: x}',
      'candidates[0].video.provider 18:13',
      /youtube, vimeo, dailymotion or file/,
    ],
    'a key twice': ['lang: fr', 'lang: fr\nlang: en', ' 4:1', /twice.* begins with a hyphen/],
    'a tab': ['  name: La', '\tname: La', ' 7:1', /tab/],
    'a colon in a text': ['présidera nos', 'présidera : nos', ' 4:8', /needs quotes/],
    'a quote that does not close': ['Amina Belkacem', '"Amina', ' 17:11', /opens here and does not close/],
    'a second document': ['origins:', '---\norigins:', ' 14:1', /one file describes one election/],
    'an apostrophe between apostrophes': ['Du pain chaud', "'L'heure'", ' 20:16', /'L''heure'/],
    'a quote between quotes': ['Du pain chaud', '"Le "bon" pain"', ' 20:18', /with a backslash: \\"/],
    'a backslash between quotes': ['Du pain chaud', '"50 \\% "', ' 20:17', /backslash is written twice/],
    'every site, without quotes': [
      '["https://bakery.example"]',
      '\n  - *',
      ' 15:5',
      /starts with \* needs quotes/,
    ],
    'a text that would be an alias': ['Du pain chaud à toute heure', '*Oui*', ' 20:13', /needs quotes/],
    'a text that would be a tag': ['Du pain chaud', '!Oui', ' 20:13', /starts with ! needs quotes/],
    'a text that would be an anchor': ['Du pain chaud', '&Oui', ' 20:13', /starts with & needs quotes/],
    'a text that would be a comment': [
      'Du pain chaud à toute heure',
      '#DuPain',
      'candidates[1].slogan 20:5',
      /starts with # needs quotes/,
    ],
    'a text that would end in a comment': [
      'Du pain chaud',
      'Toujours #1',
      ' 20:22',
      /would end before this #/,
    ],
    'a no-break space after a colon': ['lang: fr', 'lang:\u00a0fr', ' 3:1', /no-break space/],
    'a line indented less than its neighbours': ['    name: Bruno', '   name: Bruno', ' 19:1', /same column/],
    'a colon without its space': ['name: Bruno Costa\n    slogan: ', 'name:', ' 19:5', /colon and a space/],
    'a bracket that does not close': ['.example"]\n', '.example"\n', ' 15:1', /bracket/],
    'a group with nothing in it': ['origins:', 'rules:\norigins:', 'rules 14:1', /leave the key out/],
    'a list with nothing in it': [
      'origins: ["https://bakery.example"]',
      'origins:',
      'origins 14:1',
      /leave the key/,
    ],
    'an origin with a slash': [
      '.example"]',
      '.example/"]',
      'origins[0] 14:11',
      /Write https:\/\/bakery\.example here/,
    ],
    'an origin as it is spoken': [
      'https://bakery',
      'https://Boulangère',
      'origins[0] 14:11',
      /Write https:\/\/xn--boulangre-63a\.example here/,
    ],
    'an origin for several sites': ['https://bakery', 'https://*', 'origins[0] 14:11', /name each site/],
    "a language's name": ['lang: fr', 'lang: English', 'lang 3:1', /fr, en, en-GB/],
    'an alias': ['name: La Boulangerie', 'name: &b La Boulangerie\n  story: *b', ' 8:10', /Write it out/],
  };
  for (const [mistake, [before, after, place, message]] of Object.entries(mistakes))
    it(`says where ${mistake} is, and what to do`, () => {
      const found = findingAfter(before, after);
      assert.equal(`${found.path} ${found.line}:${found.column}`, place, found.message);
      assert.match(found.message, message);
    });

  it('has all its mistakes named at once, in the order of the file', () => {
    const found = findings(
      FILE.replace('lang: fr', 'lang: 12').replace('#8a4b12', 'red').replace('amina', 'A'),
    );
    assert.deepEqual(
      found.map(({ path }) => path),
      ['lang', 'brand.colour', 'candidates[0].id'],
    );
  });

  it('finds a key with a no-break space before its colon, and says of one', () => {
    const found = findings(FILE.replace('lang: fr', 'lang\u00a0: fr'));
    assert.match(found.at(-1)?.message ?? '', /no-break space beside `lang`/);
  });

  it('may have comments after what it says, and hashes in its texts', () => {
    const commented = FILE.replace('lang: fr', 'lang: fr # oder de')
      .replace('Du pain chaud à toute heure', '"Toujours #1"  #vrai')
      .replace('Bruno Costa', 'Bruno#1 ## un ami')
      .replace('candidates:', '#photo: x\ncandidates: #tous');
    const read = parseElectionFile(commented);
    assert.ok(read.ok, JSON.stringify(read));
    assert.equal(read.value.election.candidates[1]?.slogan, 'Toujours #1');
    assert.equal(read.value.election.candidates[1]?.name, 'Bruno#1');
  });

  const hostile: Record<string, string> = {
    'nothing at all': '',
    'a web page': '<!doctype html><html></html>',
    'half a gigabyte of aliases': 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n',
    'a list nested 100,000 deep': '['.repeat(100_000),
    'hyphens nested 100,000 deep': '- '.repeat(100_000),
    '40,000 keys': Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join('\n'),
    '4,000,000 lines': '\n'.repeat(4_000_000),
    '300,000 brackets that do not close': '[]'.repeat(150_000),
    'nine megabytes': `title: ${'x'.repeat(9_000_000)}`,
  };
  for (const [what, text] of Object.entries(hostile))
    it(`that is ${what} is refused within seconds`, () => {
      const begun = process.cpuUsage();
      assert.ok(findings(text).length > 0);
      // Of the processor's: others may want it, too.
      const { user, system } = process.cpuUsage(begun);
      assert.ok(user + system < 5_000_000);
    });

  it('cannot reach the prototype of anything', () => {
    const found = findings(`${FILE}__proto__: {polluted: true}\n`);
    assert.match(found[0]?.message ?? '', /`__proto__` is not a key here/);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  it('may be any text whatever: the answer is an election or findings with places', () => {
    const pieces = [
      'id',
      ':',
      ' ',
      '\n',
      '- ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '!',
      '|',
      '#',
      '\t',
      '---',
      'candidates',
      'é',
    ];
    const noise = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary' })), (text) => {
        const read = parseElectionFile(text);
        if (read.ok) return;
        assert.ok(read.findings.length > 0);
        for (const { line, column } of read.findings) assert.ok(line >= 1 && column >= 1);
      }),
      { numRuns: 500 },
    );
  });
});
