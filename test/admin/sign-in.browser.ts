/** Coming in and going out: codes, passkeys, and the end of a session. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { admin as w } from '../../src/locales/en-admin.js';
import { eventually, everywhere, focused, seen } from '../elements/page.js';
import { accessible, desk, input, openDesk, press, pressable, says, withServer } from './desk.js';
import * as server from './server.js';

const { answers, sent } = server;

describe('coming to the desk, and leaving it', () => {
  withServer();

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
    await eventually(() => seen(desk).includes(w.account.add) && !pressable(w.account.add).disabled);
    input(w.account.name).value = 'Laptop';
    press(w.account.add);
    await says(w.account.notAdded);
    expect(input(w.account.name).value).to.equal('Laptop');
    await accessible();
  });
});
