import { expect, fixture, html } from '@open-wc/testing';
import { figuresOf } from '../../src/elements/shared/figures.js';
import { admin as w } from '../../src/locales/en-admin.js';
import { more } from '../../src/locales/en-more.js';
import { eventually, everywhere, heard, only, seen, texts } from '../elements/page.js';
import { spilt } from '../elements/sight.js';
import { accessible, desk, input, openDesk, press, says, type, withServer } from './desk.js';
import * as server from './server.js';

const { answers, sent } = server;

describe('voix-admin', () => {
  withServer(() => {
    answers.set('GET elections/traverse/candidacies', () => ({ candidacies: [server.candidacy()] }));
    answers.set('GET elections/traverse/candidates', () => ({ candidates: [], hidden: [] }));
  });

  describe('the desk', () => {
    it('lists elections with what waits, and names its parts', async () => {
      await openDesk('/elections');
      await says(w.list.waiting(1, '1'));
      await accessible();
      const links = (await heard()).filter(({ role }) => role === 'link').map(({ name }) => name);
      expect(links).to.include.members([w.nav.people, w.nav.trail, w.nav.mails]);
    });

    it('shows who may do what to owners alone', async () => {
      answers.set('GET session', () => server.session('moderator'));
      await openDesk('/elections');
      await says(w.list.make);
      expect(seen(desk)).not.to.contain(w.nav.people);
    });

    it('a session that ends while one writes: who one is is asked, and the writing is still there', async () => {
      await openDesk('/traverse/form');
      await says(w.form.calendar);
      await type(w.form.fields.title, 'Une autre question ?');
      answers.set('POST elections/traverse/change', server.refusal(401, 'sign-in-needed'));
      press(w.save);
      await says(w.signIn.over);
      answers.set('POST sign-in/send-code', () => ({ minutes: 10, attempts: 5 }));
      answers.set('POST sign-in/code', () => server.session('owner'));
      input(w.signIn.email).value = 'jeanne@traverse.example';
      press(w.signIn.sendCode);
      await says(w.signIn.code);
      input(w.signIn.code).value = '123456';
      press(w.signIn.enter);
      await says(w.form.calendar);
      expect(input(w.form.fields.title).value).to.equal('Une autre question ?');
    });
  });

  describe('the count', () => {
    const results = {
      version: 10,
      ballots: 10,
      hidden: false,
      counts: { amina: 6, gilles: 4 },
      tiers: { device: { counted: 10, review: 1, invalidated: 0 } },
      refused: { 'already-voted': 3 },
    };

    it('as it stands, what is under review, what was refused', async () => {
      answers.set('GET elections/traverse/results', () => results);
      await openDesk('/traverse/results');
      await says('60.0%');
      await says('already-voted');
      await accessible();
    });

    it('was counted at an instant of the server’s clock, whatever the device’s date', async () => {
      answers.set('GET elections/traverse/results', () => results);
      await openDesk('/traverse/results');
      await says(more.countedAt(figuresOf('en').time(server.NOW, 'Europe/Paris')));
    });

    it('sealed until the close: sealed here, too', async () => {
      answers.set('GET elections/traverse/results', () => ({ ...results, hidden: true, counts: {} }));
      await openDesk('/traverse/results');
      await says(w.results.hidden);
      expect(seen(desk)).not.to.contain('%');
    });

    it('on a phone where one is stands in sight, and no word of a table’s head is taken apart', async () => {
      const phone = await fixture<HTMLElement>(html`<div style="width: 390px"></div>`);
      answers.set('GET elections/traverse/results', () => results);
      await openDesk('/traverse/results', phone);
      await says(w.results.invalidated);
      const current = only(desk, 'nav [aria-current]');
      const row = current.closest('ul')!;
      expect(row.scrollWidth, 'the row is longer than the phone is wide').to.be.greaterThan(row.clientWidth);
      const inside = () => {
        const [one, all] = [current.getBoundingClientRect(), row.getBoundingClientRect()];
        return one.left >= all.left - 0.5 && one.right <= all.right + 0.5;
      };
      await eventually(inside, 'the part one is in is cut');
      row.scrollLeft = 0;
      window.dispatchEvent(new Event('resize'));
      await eventually(inside, 'once the phone is turned, the part one is in is cut');
      const word = document.createRange();
      for (const text of everywhere(desk, 'th').flatMap((head) => [...texts(head)]))
        for (const { 0: said, index } of text.data.matchAll(/\S+/g)) {
          word.setStart(text, index);
          word.setEnd(text, index + said.length);
          expect(word.getClientRects(), said).to.have.length(1);
        }
    });
  });

  it('what is not open to all yet is not offered to be taken away', async () => {
    const files = () =>
      everywhere<HTMLAnchorElement>(desk, 'a[download]').map(({ href }) => new URL(href).pathname);
    answers.set('GET elections/traverse', () =>
      server.open({
        election: {
          ...server.open().election,
          rules: { ...server.election.rules, visibility: 'until-close' },
        },
      }),
    );
    await openDesk('/traverse/share');
    await says(w.share.exportLater);
    expect(files()).to.deep.equal(['/backend/admin/elections/traverse/export/election.json']);
    await accessible();
  });

  describe('the mandate', () => {
    it('a date of the programme is written, then done; somebody else’s is not overwritten', async () => {
      answers.set('GET elections/traverse/mandate', () => ({ mandate: null, version: 0 }));
      answers.set('POST elections/traverse/mandate/change', (body) => ({
        mandate: (body as { mandate: object }).mandate,
        version: 1,
      }));
      await openDesk('/traverse/mandate');
      await says(w.mandate.programme);
      press(w.mandate.add);
      await says(w.mandate.promise);
      expect(seen(desk)).to.include(w.mandate.removeDate);
      press(w.save);
      await says(w.mandate.faulty);
      await type(w.mandate.what, 'Visite de l’atelier');
      await type(w.mandate.when, '2027-03-01T09:30');
      input(w.mandate.kept).click();
      await says(w.mandate.done);
      await accessible();
      press(w.save);
      await says(w.mandate.saved);
      const { version, mandate } = sent.get('POST elections/traverse/mandate/change') as {
        version: number;
        mandate: { milestones: readonly { title: string; at: string; kept?: object }[] };
      };
      expect([version, mandate.milestones[0]?.title, mandate.milestones[0]?.at]).to.deep.equal([
        0,
        'Visite de l’atelier',
        '2027-03-01T09:30:00+01:00',
      ]);
      expect(mandate.milestones[0]?.kept).to.be.an('object');
      answers.set('POST elections/traverse/mandate/change', server.refusal(409, 'changed-meanwhile'));
      press(w.save);
      await says(w.mandate.conflict);
      expect(input(w.mandate.what).value).to.equal('Visite de l’atelier');
    });
  });

  describe('who may do what', () => {
    const people = [server.session('owner').person];

    it('a role is changed; the last owner stays one', async () => {
      answers.set('GET people', () => ({ people }));
      answers.set('POST people/change', server.refusal(409, 'last-owner'));
      await openDesk('/people');
      await eventually(() => everywhere(desk, 'select').length === 1);
      await accessible();
      const role = only<HTMLSelectElement>(desk, `select[aria-label="${w.people.roleOf('Jeanne Morel')}"]`);
      role.value = 'reader';
      role.dispatchEvent(new Event('change', { bubbles: true }));
      await says(w.failed['last-owner']!);
      await eventually(() => role.value === 'owner', 'the role that was refused still shows');
    });
  });

  it('what was done is read, with who did it', async () => {
    const at = '2027-01-02T10:00:00Z';
    const entry = { at, by: null, election: null, subject: 'p1', about: 'Jeanne Morel', detail: null };
    const jeanne = { id: 'p1', name: 'Jeanne Morel' };
    const approved = { election: 'traverse', subject: 'c1', about: 'Hugo Lefèvre', by: jeanne };
    answers.set('GET trail', () => ({
      entries: [
        { ...entry, id: 't4', act: 'candidacy-approved', ...approved },
        { ...entry, id: 't3', act: 'signed-in', by: jeanne, subject: null, about: null, detail: 'passkey' },
        { ...entry, id: 't2', act: 'sign-in-failed', detail: 'code' },
        { ...entry, id: 't1', act: 'person-added', detail: 'owner' },
      ],
      next: null,
    }));
    await openDesk('/trail');
    await says(w.trail.acts['candidacy-approved']);
    const { acts, ways, commandLine } = w.trail;
    expect(
      everywhere(desk, 'td + td').map((one) => one.textContent.trim().replaceAll(/\s+/g, ' ')),
    ).to.deep.equal([
      `Jeanne Morel ${acts['candidacy-approved']} traverse · Hugo Lefèvre`,
      `Jeanne Morel ${acts['signed-in']} ${ways.passkey}`,
      `Jeanne Morel ${acts['sign-in-failed']} ${ways.code}`,
      `${commandLine} ${acts['person-added']} Jeanne Morel · ${w.roles.owner}`,
    ]);
    await accessible();
  });

  it('on a phone nothing has to be scrolled sideways to be read', async () => {
    await openDesk('/traverse/form');
    await says(w.form.calendar);
    desk.style.width = '320px';
    const box = desk.getBoundingClientRect();
    await eventually(() => desk.getBoundingClientRect().width === 320);
    const fields = everywhere(desk, '.field, section, .phases label');
    for (const one of fields)
      expect(one.getBoundingClientRect().right, seen(one)).to.be.at.most(box.left + 321);
    expect(spilt(only(desk, '.fields'))).to.deep.equal([]);
  });
});
