import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { admin as w } from '../../src/locales/en-admin.js';
import { eventually, everywhere, focused, heard, only, seen, texts } from '../elements/page.js';
import { spilt } from '../elements/sight.js';
import { desk, input, openDesk, press, pressable, says, type, withServer } from './desk.js';
import * as server from './server.js';

const { answers, sent } = server;

const about = (field: HTMLElement): string =>
  seen((field.getRootNode() as ShadowRoot).getElementById(field.getAttribute('aria-describedby') ?? '')!);
const leave = (label: string) => input(label).dispatchEvent(new FocusEvent('blur'));
const accessible = () => expect(desk).to.be.accessible();

describe('voix-admin', () => {
  withServer(() => {
    answers.set('GET elections/traverse/candidacies', () => ({ candidacies: [server.candidacy()] }));
    answers.set('GET elections/traverse/candidates', () => ({ candidates: [], hidden: [] }));
  });

  describe('coming in', () => {
    beforeEach(() => answers.set('GET session', () => server.session(null)));

    it('by a code, with the keyboard alone: what the answer to an address is says nothing of it', async () => {
      answers.set('POST sign-in/send-code', () => ({ minutes: 10, attempts: 5 }));
      answers.set('POST sign-in/code', () => server.session('moderator'));
      await openDesk('/elections');
      await says(w.signIn.title);
      await accessible();
      input(w.signIn.email).focus();
      await sendKeys({ type: 'jeanne@traverse.example' });
      await sendKeys({ press: 'Enter' });
      await says(w.signIn.sent('jeanne@traverse.example'));
      await eventually(() => focused()?.id === 'code');
      expect(focused()).to.have.attribute('autocomplete', 'one-time-code');
      await accessible();
      await sendKeys({ type: '123 456' });
      await sendKeys({ press: 'Enter' });
      await says('Traverse');
      expect(sent.get('POST sign-in/code')).to.deep.equal({
        email: 'jeanne@traverse.example',
        code: '123 456',
      });
    });

    it('a wrong code: said, and one may try again', async () => {
      answers.set('POST sign-in/send-code', () => ({ minutes: 10, attempts: 5 }));
      answers.set('POST sign-in/code', server.refusal(401, 'code-wrong'));
      await openDesk('/elections');
      await says(w.signIn.title);
      input(w.signIn.email).value = 'jeanne@traverse.example';
      press(w.signIn.sendCode);
      await says(w.signIn.code);
      input(w.signIn.code).value = '000000';
      press(w.signIn.enter);
      await eventually(() => everywhere(desk, '.bad').some((one) => seen(one)));
      await accessible();
    });

    it('a server that cannot be reached: said, with a way on', async () => {
      answers.set('GET session', server.refusal(503, 'storage-failed'));
      await openDesk('/elections');
      await says(w.failed['storage-failed']!);
      answers.set('GET session', () => server.session('owner'));
      press(w.again);
      await says(w.list.make);
    });
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

  describe('going out', () => {
    it('the session is over, and who one is is asked', async () => {
      answers.set('POST sign-out', () => {
        answers.set('GET session', () => server.session(null));
        return {};
      });
      await openDesk('/elections');
      await says(w.list.make);
      press(w.signIn.out);
      await says(w.signIn.title);
      expect(seen(desk)).not.to.contain('Traverse');
    });

    it('a session that could not be ended: said, for it goes on', async () => {
      answers.set('POST sign-out', server.refusal(503, 'storage-failed'));
      await openDesk('/elections');
      await says(w.list.make);
      press(w.signIn.out);
      await says(w.failed['storage-failed']!);
      press(w.again);
      await says('Traverse');
    });
  });

  it('a passkey that the browser does not give is not added, and that is said', async () => {
    answers.set('GET passkeys', () => ({ passkeys: [] }));
    answers.set('POST passkeys/question', () => ({ options: { challenge: 'AAAA' } }));
    await openDesk('/account');
    await says(w.account.add);
    input(w.account.name).value = 'Laptop';
    press(w.account.add);
    await says(w.account.notAdded);
    expect(input(w.account.name).value).to.equal('Laptop');
    await accessible();
  });

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

  describe('candidacies', () => {
    it('each is seen as its card, and approved', async () => {
      answers.set('POST elections/traverse/candidacies/decide', () => ({
        candidacy: server.candidacy({ state: 'approved', version: 2 }),
      }));
      await openDesk('/traverse/candidacies');
      await says('Karim Haddad');
      await accessible();
      press(w.queue.approve);
      await says(w.queue.approved('Karim Haddad'));
      expect(sent.get('POST elections/traverse/candidacies/decide')).to.deep.equal({
        id: 'c1',
        version: 1,
        decision: 'approve',
      });
    });

    it('a video is watched before it is decided on', async () => {
      const film = '/demo/campaign/films/traverse-amina-belkacem.mp4';
      const { profile } = server.candidacy();
      answers.set('GET elections/traverse/candidacies', () => ({
        candidacies: [server.candidacy({ profile: { ...profile, video: { provider: 'file', id: film } } })],
      }));
      await openDesk('/traverse/candidacies');
      await says('Karim Haddad');
      await eventually(() => everywhere(desk, '[part="play"]').length === 1);
      everywhere<HTMLButtonElement>(desk, '[part="play"]')[0]?.click();
      await eventually(() => everywhere(desk, 'video').length === 1);
    });

    it('of a film without captions the moderator is told, of one with them not', async () => {
      const film = { provider: 'file', id: '/demo/campaign/films/traverse-amina-belkacem.mp4' } as const;
      const { profile } = server.candidacy();
      const candidacies = [{}, { captions: '/demo/campaign/films/captions.vtt' }].map((more, i) =>
        server.candidacy({ id: `c${i}`, profile: { ...profile, video: { ...film, ...more } } }),
      );
      answers.set('GET elections/traverse/candidacies', () => ({ candidacies }));
      await openDesk('/traverse/candidacies');
      await says(w.queue.uncaptioned);
      const told = everywhere(desk, '.candidacy').map((one) =>
        one.textContent?.includes(w.queue.uncaptioned),
      );
      expect(told).to.deep.equal([true, false]);
      await accessible();
    });

    it('one is sent back with a reason, by the keyboard', async () => {
      answers.set('POST elections/traverse/candidacies/decide', () => ({
        candidacy: server.candidacy({ state: 'returned', version: 2 }),
      }));
      await openDesk('/traverse/candidacies');
      await says('Karim Haddad');
      pressable(w.queue.sendBack).focus();
      await sendKeys({ press: 'Enter' });
      await eventually(() => focused()?.id === 'reason');
      await accessible();
      await sendKeys({ type: 'La photo montre trois personnes.' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await says(w.queue.returned('Karim Haddad'));
      expect(sent.get('POST elections/traverse/candidacies/decide')).to.deep.equal({
        id: 'c1',
        version: 1,
        decision: 'return',
        reason: 'La photo montre trois personnes.',
      });
    });

    it('somebody was quicker: it is shown as it is now, and nothing of ours was done', async () => {
      await openDesk('/traverse/candidacies');
      await says('Karim Haddad');
      answers.set('POST elections/traverse/candidacies/decide', server.refusal(409, 'changed-meanwhile'));
      answers.set('GET elections/traverse/candidacies', () => ({
        candidacies: [
          server.candidacy({ state: 'returned', version: 2, by: 'Paul Arnaud', reason: 'Floue.' }),
        ],
      }));
      press(w.queue.approve);
      await says(w.queue.conflict);
      await says(w.queue.decidedBy('Paul Arnaud'));
      await accessible();
      press(w.queue.asNow);
      await says(w.queue.empty);
    });
  });

  describe('candidates who stand', () => {
    const amina = { id: 'amina', name: 'Amina Belkacem', reports: { offence: 3, other: 1 } };
    const gilles = { id: 'gilles', name: 'Gilles Lavergne', reports: {} };
    const reason = 'Une photo de quelqu’un d’autre.';
    const gone = { id: 'amina', name: 'Amina Belkacem', reason, by: 'Zoé', at: '2026-11-20T10:00:00.000Z' };

    beforeEach(() =>
      answers.set('GET elections/traverse/candidates', () => ({ candidates: [amina, gilles], hidden: [] })),
    );

    it('who is approved stands among them at once', async () => {
      const karim = { id: 'karim', name: 'Karim Haddad', reports: {} };
      await openDesk('/traverse/candidacies');
      await says(w.queue.approve);
      await says(`${w.standing.title} · 1`);
      answers.set('GET elections/traverse/candidates', () => ({
        candidates: [amina, gilles, karim],
        hidden: [],
      }));
      answers.set('POST elections/traverse/candidacies/decide', () => ({
        candidacy: server.candidacy({ state: 'approved', version: 2 }),
      }));
      press(w.queue.approve);
      await says(`${w.standing.title} · 2`);
    });

    it('what is reported of one is read, and looked at', async () => {
      answers.set('POST elections/traverse/candidates/decide', () => ({
        candidates: [{ ...amina, reports: {} }, gilles],
        hidden: [],
      }));
      await openDesk('/traverse/candidacies');
      await says(`${w.standing.reasons.offence} × 3 · ${w.standing.reasons.other} × 1`);
      await accessible();
      press(w.standing.keep);
      await says(w.standing.kept('Amina Belkacem'));
      expect(sent.get('POST elections/traverse/candidates/decide')).to.deep.equal({
        candidate: 'amina',
        decision: 'keep',
      });
    });

    it('one is taken out with a reason, by the keyboard, once one has read what becomes of the votes', async () => {
      answers.set('POST elections/traverse/candidates/decide', () => ({
        candidates: [gilles],
        hidden: [gone],
      }));
      await openDesk('/traverse/candidacies');
      await says(w.standing.reported);
      pressable(w.standing.hideName('Amina Belkacem')).focus();
      await sendKeys({ press: 'Enter' });
      await eventually(() => focused()?.id === 'reason');
      await says(w.standing.votes('Amina Belkacem'));
      await accessible();
      await sendKeys({ type: 'Une photo de quelqu’un d’autre.' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await says(w.standing.hidden('Amina Belkacem'));
      expect(sent.get('POST elections/traverse/candidates/decide')).to.deep.equal({
        candidate: 'amina',
        decision: 'hide',
        reason: 'Une photo de quelqu’un d’autre.',
      });
      await says(w.standing.gone);
    });

    it('one who was taken out by mistake is put back with a reason, by the keyboard', async () => {
      answers.set('GET elections/traverse/candidates', () => ({ candidates: [gilles], hidden: [gone] }));
      answers.set('POST elections/traverse/candidates/decide', () => ({
        candidates: [gilles, amina],
        hidden: [],
      }));
      await openDesk('/traverse/candidacies');
      await says(gone.reason);
      pressable(w.standing.restoreName('Amina Belkacem')).focus();
      await sendKeys({ press: 'Enter' });
      await eventually(() => focused()?.id === 'reason');
      await says(w.standing.restoreVotes('Amina Belkacem'));
      await accessible();
      await sendKeys({ type: 'C’était bien elle.' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await says(w.standing.restored('Amina Belkacem'));
      expect(sent.get('POST elections/traverse/candidates/decide')).to.deep.equal({
        candidate: 'amina',
        decision: 'restore',
        reason: 'C’était bien elle.',
      });
    });
  });

  describe('questions', () => {
    it('are answered in the brand’s name, and hidden with a reason', async () => {
      answers.set('GET elections/traverse/questions', () => ({
        questions: [server.question()],
        total: 1,
        next: null,
      }));
      answers.set('POST elections/traverse/questions/decide', () => ({
        question: server.question({ version: 2 }),
      }));
      await openDesk('/traverse/questions');
      await says('Pourquoi toujours en retard ?');
      await accessible();
      press(w.questions.answer);
      await eventually(() => focused()?.id === 'written');
      await sendKeys({ type: 'Nous ajoutons un train.' });
      press(w.questions.publish);
      await eventually(() => sent.size === 1);
      expect(sent.get('POST elections/traverse/questions/decide')).to.include({
        decision: 'answer',
        text: 'Nous ajoutons un train.',
      });
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
