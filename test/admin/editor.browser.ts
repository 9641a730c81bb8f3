/** An election is written, and changed once it is there. */
import { expect } from '@open-wc/testing';
import { admin as w } from '../../src/locales/en-admin.js';
import { eventually, everywhere, focused, only, seen } from '../elements/page.js';
import { accessible, desk, input, openDesk, press, says, type, withServer } from './desk.js';
import * as server from './server.js';

const { answers, sent } = server;

const about = (field: HTMLElement): string =>
  seen((field.getRootNode() as ShadowRoot).getElementById(field.getAttribute('aria-describedby') ?? '')!);
const leave = (label: string) => input(label).dispatchEvent(new FocusEvent('blur'));

describe('the editor of the desk', () => {
  withServer();

  describe('an election that is being written', () => {
    it('shows the page as it will look, from the first letter on', async () => {
      await openDesk('/+');
      await says(w.form.standinTitle);
      await type(w.form.fields.title, 'Qui parlera pour nous ?');
      await type(w.form.fields.brandName, 'Grand Cabas');
      await eventually(() => seen(only(desk, 'voix-election')).includes('Qui parlera pour nous ?'));
      expect(input(w.form.fields.id).value).to.equal('grand-cabas');
      await accessible();
    });

    it('says what is wrong beside the field once it was left, never while one types', async () => {
      await openDesk('/+');
      await says(w.form.standinTitle);
      await type(w.form.fields.colour, 'teal');
      expect(about(input(w.form.fields.colour))).not.to.contain(w.form.wrong.colour);
      leave(w.form.fields.colour);
      await eventually(() => about(input(w.form.fields.colour)).includes(w.form.wrong.colour!));
      expect(input(w.form.fields.colour)).to.have.attribute('aria-invalid', 'true');
      expect(input(w.form.fields.title)).not.to.have.attribute('aria-invalid');
      await accessible();
    });

    it('with something missing nothing is sent, and one is taken there', async () => {
      await openDesk('/+');
      await says(w.form.standinTitle);
      press(w.form.create);
      await eventually(() => focused() === input(w.form.fields.title));
      expect(about(input(w.form.fields.title))).to.contain(w.form.missing);
      expect(sent.size).to.equal(0);
    });

    it('is opened, and one is shown what to paste', async () => {
      answers.set('POST elections/create', () => server.open());
      await openDesk('/+');
      await says(w.form.standinTitle);
      await type(w.form.fields.title, 'Qui présidera ?');
      await type(w.form.fields.brandName, 'Traverse');
      press(w.form.create);
      await says(
        '<voix-election backend="https://vote.traverse.example" election="traverse"></voix-election>',
      );
      const { election, origins } = sent.get('POST elections/create') as {
        election: { id: string };
        origins: string[];
      };
      expect([election.id, origins]).to.deep.equal(['traverse', ['*']]);
      await accessible();
    });
  });

  describe('an election that is there', () => {
    it('its phases are drawn, and the page is seen in each', async () => {
      await openDesk('/traverse/form');
      await says(w.form.calendar);
      const phases = everywhere<HTMLInputElement>(desk, 'input[name="phase"]');
      expect(phases.map((one) => one.ariaLabel)).to.have.length(8);
      phases[6]!.click();
      await eventually(() => everywhere(desk, 'voix-proclamation').length === 1);
      await accessible();
    });

    it('after the opening: locked fields say why, an amendment asks for its reason and shows those before', async () => {
      const note = 'Une matinée de panne.';
      const amendments = [{ at: '2027-01-18T10:00:00Z', parts: ['calendar.counting'], note }];
      const locked = server.open({
        phase: 'voting',
        locks: [
          { part: 'quorum', why: 'voting' },
          { part: 'calendar.voting', why: 'past' },
          { part: 'candidates', why: 'voting' },
        ],
      });
      answers.set('GET elections/traverse', () => ({
        ...locked,
        election: { ...locked.election, amendments },
      }));
      answers.set('POST elections/traverse/change', () => locked);
      await openDesk('/traverse/form');
      await says(note);
      expect(input(w.form.fields.quorum).disabled).to.equal(true);
      expect(about(input(w.form.fields.quorum))).to.equal(w.form.locked.voting);
      expect(about(input(w.form.dates.voting))).to.equal(w.form.locked.past);
      expect(seen(desk)).not.to.contain(w.form.addCandidate);
      expect(seen(desk)).not.to.contain(w.form.noteHint);
      await type(w.form.dates.counting, '2027-02-17T08:00');
      await says(w.form.noteHint);
      await accessible();
      await type(w.form.note, 'Encore une.');
      press(w.save);
      await says(w.form.saved);
      expect(sent.get('POST elections/traverse/change')).to.include({ version: 'a', note: 'Encore une.' });
    });

    it('two people at once: what each changed is kept, and nobody clobbers the other', async () => {
      await openDesk('/traverse/form');
      await says(w.form.calendar);
      await type(w.form.fields.title, 'La mienne ?');
      const theirs = server.open({ version: 'b' });
      answers.set('GET elections/traverse', () => ({
        ...theirs,
        election: { ...theirs.election, brand: { ...theirs.election.brand, story: 'La leur.' } },
      }));
      answers.set('POST elections/traverse/change', server.refusal(409, 'changed-meanwhile'));
      press(w.save);
      await says(w.form.changed);
      await accessible();
      press(w.form.keepMine);
      await eventually(() => input(w.form.fields.brandStory).value === 'La leur.');
      expect(input(w.form.fields.title).value).to.equal('La mienne ?');
      answers.set('POST elections/traverse/change', () => theirs);
      press(w.save);
      await says(w.form.saved);
      expect(sent.get('POST elections/traverse/change')).to.include({ version: 'b' });
    });

    it('who may only read changes nothing', async () => {
      answers.set('GET session', () => server.session('reader'));
      await openDesk('/traverse/form');
      await says(w.form.readOnly);
      expect(everywhere<HTMLInputElement>(desk, '.fields input:not([name="phase"]):enabled')).to.have.length(
        0,
      );
      expect(everywhere(desk, 'button').map(seen)).not.to.include(w.save);
    });
  });
});
