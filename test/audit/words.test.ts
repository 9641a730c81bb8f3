import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeAudit } from '../../src/audit/describe.js';
import { en as enPage, fr as frPage } from '../../src/audit/page/words.js';
import { dossier as enDossier } from '../../src/audit/words/en-dossier.js';
import { dossier as frDossier } from '../../src/audit/words/fr-dossier.js';
import { en } from '../../src/audit/words/en.js';
import { fr } from '../../src/audit/words/fr.js';
import { en as enReceipt, fr as frReceipt } from '../../src/audit/words/receipt.js';
import { fill } from '../../src/audit/words/words.js';
import { auditFiles, auditLog } from './support/audit-files.js';
import { wholeBakery } from './support/bakery.js';

/** Every sentence by its place: `findings.root-wrong`. */
function sentences(value: unknown, place = ''): [place: string, text: string][] {
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(value as object).flatMap(([name, one]) => sentences(one, `${place}.${name}`));
}
const places = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('what the auditor says', () => {
  it('has the same sentences with the same places in both languages', () => {
    const pairs = [
      [en, fr],
      [enPage, frPage],
      [enDossier, frDossier],
      [enReceipt, frReceipt],
    ];
    for (const [a, b] of pairs) {
      const french = new Map(sentences(b));
      const english = sentences(a);
      assert.deepEqual([...french.keys()].sort(), english.map(([place]) => place).sort());
      for (const [place, text] of english)
        assert.deepEqual(places(french.get(place) ?? ''), places(text), place);
    }
  });

  it('puts values in as they are: a name with a place in it stays a name', () => {
    const said = fill(
      en,
      'Candidate {candidate} of {size}',
      { candidate: 2, size: 1234 },
      () => '{size} $& Bo',
    );
    assert.equal(said, 'Candidate {size} $& Bo (no. 2) of 1,234');
    assert.equal(fill(fr, '{unknown}', {}), '{unknown}');
    assert.equal(
      fill(en, '{choice}', { choice: 'approval:1,2' }, (n) => ['', 'Amina', 'Bruno'][n]),
      'Amina (no. 1), Bruno (no. 2)',
    );
  });

  it('leaves no place empty in an audit, whatever was found', async () => {
    const files = wholeBakery().files();
    files.set('tile/1/000.p/2', Buffer.alloc(0));
    files.delete('openings/001');
    for (const audit of [await auditLog(wholeBakery()), await auditFiles(files)])
      for (const words of [en, fr])
        for (const { lines } of describeAudit(audit, words))
          for (const { text } of lines) assert.doesNotMatch(text, /[{}]|undefined|NaN/);
  });

  it('tells of the same a few times only', async () => {
    const log = wholeBakery();
    log.opened = false;
    const files = log.files();
    for (const [n, name] of ['openings/000', 'openings/001', 'openings/002.p/99'].entries())
      files.set(name, Buffer.from('x\n'.repeat(n < 2 ? 256 : 99)));
    const openings = describeAudit(await auditFiles(files), en).find(({ check }) => check === 'openings');
    const malformed = openings?.lines.filter(({ code }) => code === 'opening-malformed') ?? [];
    assert.equal(malformed.length, 3);
    assert.ok(openings?.lines.some(({ text }) => /^… and \d+ more like it\.$/.test(text)));
  });
});
