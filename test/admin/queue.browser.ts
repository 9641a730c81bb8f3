/** What waits for somebody: candidacies, reports of candidates, questions. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { admin as w } from '../../src/locales/en-admin.js';
import { eventually, everywhere, focused } from '../elements/page.js';
import { accessible, desk, openDesk, press, pressable, says, withServer } from './desk.js';
import * as server from './server.js';

const { answers, sent } = server;

describe('the queues of the desk', () => {
  withServer(() => {
    answers.set('GET elections/traverse/candidacies', () => ({ candidacies: [server.candidacy()] }));
    answers.set('GET elections/traverse/candidates', () => ({ candidates: [], hidden: [] }));
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
});
