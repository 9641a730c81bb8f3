import { expect, html } from '@open-wc/testing';
import type { VoixRules } from '../../../src/elements/voix-rules/voix-rules.js';
import '../../../src/elements/voix-rules/voix-rules.js';
import { rulesWords } from '../../../src/elements/voix-rules/words.js';
import { rules as en } from '../../../src/locales/en-rules.js';
import { rules as fr } from '../../../src/locales/fr-rules.js';
import type { Election, Rules } from '../../../src/model/election.js';
import { eventually, everywhere, heard, only, seen, shown, speak } from '../page.js';
import { spilt } from '../sight.js';
import { election, readySnapshot } from '../snapshots.js';
import { RULES } from '../../support/rules.js';

async function written(changes: Partial<Election> = {}): Promise<VoixRules> {
  const element = await shown<VoixRules>(html`<voix-rules .election=${election(changes)}></voix-rules>`);
  await eventually(() => rulesWords('en', () => {}), 'the words do not come');
  await element.updateComplete;
  return element;
}
const by = (changes: Partial<Rules>) => written({ rules: { ...RULES, ...changes } });

describe('voix-rules', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  it('before the opening all is there that has to be: organiser, dates, who, how, tie, prize, complaints, retention', async () => {
    const element = await written();
    expect(everywhere(element, 'dt').map(seen)).to.deep.equal([
      en.organiser,
      en.calendar,
      en.standing,
      en.voting,
      en.ballot,
      en.results,
      en.mandate,
      en.complaints,
      en.retention,
    ]);
    const said = seen(element);
    for (const sentence of [en.tie, en.noPrize, en.noQuorum, en.device, en.revote, en.retained])
      expect(said).to.contain(sentence);
    expect(said).to.contain('Voting opens Friday, January 1, 2027 at 8:00 AM');
    expect((await heard()).filter(({ role }) => role === 'heading').map(({ name }) => name)).to.deep.equal([
      en.rules,
    ]);
    await expect(element).to.be.accessible();
  });

  it('each rule says what the election does, not what others do', async () => {
    expect(seen(await by({ method: { kind: 'approval' } }))).to.contain(en.methods.approval);
    expect(seen(await by({ method: { kind: 'approval', max: 3 } }))).to.contain('at most 3 candidates');
    expect(seen(await by({ revote: false }))).to.contain(en.final);
    expect(seen(await by({ quorum: 1000 }))).to.contain('At least 1,000 ballots are needed');
    for (const visibility of ['always', 'until-voted', 'until-close'] as const)
      expect(seen(await by({ visibility }))).to.contain(en.visibility[visibility]);
  });

  it('the brand’s own terms stand in the place of what is said without them, as text of its language', async () => {
    const terms = {
      organiser: 'Traverse SAS, Brive',
      standing: 'Toute personne abonnée.\n\nSauf le personnel.',
      voting: '<b>Tout le monde</b>',
      privileges: ['Un siège.'],
      obligations: ['Une page.'],
      complaints: 'Au médiateur.',
      retention: 'Trente jours.',
    };
    const element = await written({ terms });
    const said = seen(element);
    for (const text of [terms.organiser, 'Sauf le personnel.', terms.voting, 'Un siège.', 'Trente jours.'])
      expect(said).to.contain(text);
    for (const unsaid of [en.noPrize, en.retentionUnsaid, en.complaintsUnsaid('Traverse')])
      expect(said).not.to.contain(unsaid);
    expect(everywhere(element, '[lang="fr"]').length).to.be.greaterThan(5);
    await expect(element).to.be.accessible();
  });

  it('a change after the opening is dated, and stands there', async () => {
    const note = 'Une panne nous a fermés trois heures.';
    const amendments = [{ at: '2027-01-20T10:00:00Z', parts: ['calendar.counting'], note }];
    const element = await written({ amendments });
    expect(seen(element)).to.contain(`${en.amendments} January 20, 2027 ${note}`);
    await expect(element).to.be.accessible();
  });

  it('the public log is promised only where there is one', async () => {
    expect(seen(await written())).not.to.contain(en.proof);
    const log = { key: 'k', witnesses: [], numbers: {}, source: async () => undefined };
    const element = await shown<VoixRules>(
      html`<voix-rules .snapshot=${readySnapshot({ log })}></voix-rules>`,
    );
    expect(seen(element)).to.contain(en.proof);
  });

  it('an address of the brand that is none is not linked', async () => {
    const brand = { id: 'x', name: 'X', url: 'javascript:alert(1)' };
    expect(everywhere(await written({ brand }), 'a')).to.have.length(0);
    const linked = await written({ brand: { ...brand, url: 'https://traverse.example/a' } });
    expect(only<HTMLAnchorElement>(linked, 'a').href).to.equal('https://traverse.example/a');
  });

  it('speaks the page’s language, and nothing sticks out of it', async () => {
    const element = await written();
    await speak('fr');
    await eventually(() => seen(element).includes(fr.rules));
    // Whether hours below ten have a nought is for the engine.
    expect(seen(element)).to.match(/vendredi 1er janvier 2027 à 0?8:00/);
    expect(spilt(element)).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });
});
