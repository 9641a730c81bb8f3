import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { dossier } from '../../src/audit/dossier/dossier.js';
import { h, serialise } from '../../src/audit/dossier/html.js';
import { drawTimeline, timelineOf } from '../../src/audit/dossier/timeline.js';
import { auditFiles, auditLog, sha256 } from './support/audit-files.js';
import { hour, openedBakery, rulesOf, votedBakery, wholeBakery } from './support/bakery.js';
import { idOf, keyOf, type LogWriter } from './support/log-writer.js';

const drawn = async (log: LogWriter, lang?: 'en' | 'fr'): Promise<string> =>
  dossier(await auditLog(log), sha256, lang) ?? '';
/** What one reads. */
const text = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('nodes of a page', () => {
  it('keep text as text', () => {
    const page = h('p', { title: '"><script>', hidden: true, lang: undefined }, '<b>&amp;</b>', [
      1,
      false,
      undefined,
    ]);
    assert.equal(serialise(page), '<p title="&quot;>&lt;script>" hidden>&lt;b>&amp;amp;&lt;/b>1</p>');
    assert.equal(serialise(h('br')), '<br>');
  });
});

describe('the dossier', () => {
  it('tells the election from its log alone, in the election’s language or another', async () => {
    const log = wholeBakery();
    log.add('moderation', { candidate: 3, act: 'hidden', reason: 'court' }, hour(12));
    const french = text(await drawn(log));
    for (const words of [
      'Dossier d’équité · Le Fournil',
      'Amina Bertaux (n° 1) l’emporte avec 298 voix, 98 de plus que la suite.',
      'nul ne le sait',
      'Remplacés par un autre de la même personne, et qui ne comptent pas : 2',
      'second bulletin (2)',
      '4 votants ont fait effacer leurs données',
      'rien n’est tiré au sort',
      'Il n’a jamais été modifié',
      'plusieurs bulletins d’une personne',
      'compte de nouveau',
      'décision de justice',
      'Le recomptage concorde',
      'npx voix audit ./bakery',
    ])
      assert.ok(french.includes(words), `${words} is not in: ${french}`);
    const english = text(await drawn(log, 'en'));
    assert.ok(english.includes('Amina Bertaux (no. 1) is elected with 298 votes, 98 ahead of the next.'));
  });

  it('says who could vote and did, what became of their ballots, when they came, and what all that does not show', async () => {
    const witnesses = [keyOf('anna.example/witness', 'anna', 0x04)];
    const page = await drawn(wholeBakery({ eligible: { device: 900 }, witnesses }), 'en');
    const read = text(page);
    for (const words of [
      'Could vote 900 Voted 600 Counted 598 Under review 1 Set aside 1',
      /\b602 ballots from 22 November .* to 22 November /,
      /Ballots of them changes \w+ 22 November 602 2 /,
      'A bar for every 1 h',
      'Witnesses anna.example/witness+',
      'Proclaimed on 22 November',
      'It does not show that every voter is a person',
    ])
      assert.ok(
        typeof words === 'string' ? read.includes(words) : words.test(read),
        `${words} is not in: ${read}`,
      );
    assert.match(page, /<svg class="timeline"/);
  });

  it('is a page of its own: no script, no other file, one style that its policy names', async () => {
    const page = await drawn(wholeBakery());
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    assert.ok(page.includes(`style-src 'sha256-${hash}'`));
    assert.doesNotMatch(page, /<script|<link|<img|\ssrc=|\shref=|\sstyle=|\son\w+=/);
  });

  it('lets nobody write into it', async () => {
    const log = openedBakery();
    const evil = '</style><script>alert(1)</script>';
    const profile = log.document({ salt: idOf('evil'), profile: { id: 'evil', name: evil } });
    const rules = { ...rulesOf(log, {}, [profile]), title: evil, brand: { name: evil } };
    log.add('amendment', { document: log.document(rules), reason: evil }, hour(1));
    const page = await drawn(log);
    assert.doesNotMatch(page, /<script/);
    assert.equal(page.match(/<\/style>/g)?.length, 1);
    assert.ok(page.includes('&lt;script>alert(1)'));
  });

  it('shows an amendment with what it changed', async () => {
    const log = votedBakery({ opened: false });
    const rules = rulesOf(log, { quorum: 200 });
    log.add(
      'amendment',
      { document: log.document(rules), reason: 'The customers’ board asked for it.' },
      hour(10),
    );
    const page = text(await drawn(log, 'en'));
    for (const words of [
      'while ballots were being cast',
      'The customers’ board asked for it.',
      'Quorum 0 200',
    ])
      assert.ok(page.includes(words), page);
  });

  it('says that what is sealed cannot be counted, and names nobody', async () => {
    const page = text(await drawn(votedBakery({ opened: false }), 'en'));
    assert.ok(page.includes('The choices are sealed until the close.'));
    assert.doesNotMatch(page, /is elected/);
  });

  it('says loudly where the recount does not agree', async () => {
    const files = wholeBakery().files();
    files.set('tile/0/001', Buffer.alloc(12));
    const page = text(dossier(await auditFiles(files), sha256, 'en') ?? '');
    assert.ok(page.includes('The recount does not agree with what was published.'));
    assert.ok(page.includes('is cut off'));
  });

  it('is none where there are no rules to tell of', async () => {
    const log = wholeBakery();
    log.documents.clear();
    assert.equal(await drawn(log), '');
  });
});

describe('the timeline', () => {
  const at = (hours: number): string => new Date(Date.UTC(2026, 10, 1) + hours * 3_600_000).toISOString();

  it('has a bar an hour, and fewer where that were too many', () => {
    const hours = new Map([0, 1, 30].map((n) => [at(n), { cast: 10 + n, changed: n }]));
    const day = timelineOf(hours);
    assert.equal(day?.bars.length, 31);
    assert.equal(day.most, 40);
    const month = timelineOf(new Map([...hours, [at(719), { cast: 1, changed: 0 }]]));
    assert.equal(month?.step, 6);
    assert.deepEqual([month.bars.length, month.bars[0]?.cast, month.bars[5]?.cast], [120, 21, 40]);
    assert.equal(timelineOf(new Map()), undefined);
  });

  it('is drawn to the height of its tallest bar', () => {
    const timeline = timelineOf(
      new Map([
        [at(0), { cast: 4, changed: 1 }],
        [at(1), { cast: 2, changed: 0 }],
      ]),
    );
    assert.ok(timeline);
    const drawing = serialise(drawTimeline(timeline));
    assert.match(drawing, /<rect class="changed" x="1" width="8" y="0" height="25">/);
    assert.match(drawing, /<rect class="first" x="11" width="8" y="50" height="50">/);
  });
});
