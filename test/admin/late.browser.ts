/** What is typed, searched and decided while an answer is on its way: nothing of it is lost to that. */
import { expect } from '@open-wc/testing';
import { admin as w } from '../../src/locales/en-admin.js';
import { eventually, everywhere, focused, only, seen } from '../elements/page.js';
import { desk, input, openDesk, press, pressable, says, type, withServer } from './desk.js';
import * as server from './server.js';

const { answers } = server;

/** An answer that comes once it is let go. */
function held(answer: (body: unknown, url: URL) => object) {
  const waiting: (() => void)[] = [];
  return {
    waiting,
    answer: async (body: unknown, url: URL) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return answer(body, url);
    },
  };
}
const written = () => only<HTMLTextAreaElement>(desk, 'textarea');
function write(text: string): void {
  written().value = text;
  written().dispatchEvent(new Event('input', { bubbles: true }));
}
const rows = (selector = 'li.paper') => everywhere(desk, selector).map(seen);
/** Presses the button that says this, in the item of a list that holds the words. */
function pressAt(words: string, label: string): void {
  everywhere<HTMLButtonElement>(desk, 'li button')
    .find((one) => seen(one) === label && seen(one.closest('li')!).includes(words))!
    .click();
}
const waits = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve));
  await desk.updateComplete;
};

describe('the desk, while an answer is on its way', () => {
  withServer(() => answers.set('GET elections/traverse/candidates', () => ({ candidates: [], hidden: [] })));

  it('what is typed into the form stays, and is yet to be saved', async () => {
    const { waiting, answer } = held((body) =>
      server.open({ version: 'b', election: (body as { election: never }).election }),
    );
    answers.set('POST elections/traverse/change', answer);
    await openDesk('/traverse/form');
    await says(w.form.calendar);
    await type(w.form.fields.title, 'Qui ?');
    press(w.save);
    await eventually(() => waiting.length);
    await type(w.form.fields.title, 'Qui donc ?');
    await type(w.form.fields.brandStory, 'Des cars.');
    waiting[0]!();
    await says(w.form.saved);
    expect(input(w.form.fields.title).value).to.equal('Qui donc ?');
    expect(input(w.form.fields.brandStory).value).to.equal('Des cars.');
    expect(pressable(w.save).disabled).to.equal(false);
    await says(w.form.unsaved);
  });

  it('what is typed into the mandate stays', async () => {
    const { waiting, answer } = held((body) => ({
      mandate: (body as { mandate: object }).mandate,
      version: 1,
    }));
    answers.set('GET elections/traverse/mandate', () => ({ mandate: null, version: 0 }));
    answers.set('POST elections/traverse/mandate/change', answer);
    await openDesk('/traverse/mandate');
    await says(w.mandate.programme);
    await type(w.mandate.privileges, 'Un billet');
    press(w.save);
    await eventually(() => waiting.length);
    await type(w.mandate.privileges, 'Un billet par mois');
    waiting[0]!();
    await says(w.mandate.saved);
    expect(input(w.mandate.privileges).value).to.equal('Un billet par mois');
  });

  it('of two searches the last one is shown, whichever comes last, and once', async () => {
    const waiting = new Map<string, () => void>();
    answers.set('GET elections/traverse/questions', async (_body, { searchParams }) => {
      const search = searchParams.get('search') ?? '';
      if (search) await new Promise<void>((resolve) => waiting.set(search, resolve));
      return { questions: [server.question({ text: `De ${search || 'tout'} ?` })], total: 1, next: null };
    });
    await openDesk('/traverse/questions');
    await says('De tout ?');
    const field = only<HTMLInputElement>(desk, '[type=search]');
    for (const search of ['trains', 'bancs']) {
      field.value = search;
      field.dispatchEvent(new Event('change'));
      await eventually(() => waiting.has(search));
    }
    waiting.get('bancs')!();
    await says('De bancs ?');
    waiting.get('trains')!();
    await waits();
    expect(rows()).to.have.length(1);
    expect(rows()[0]).to.contain('De bancs ?');
  });

  it('an answer that somebody else was quicker with stays written; another one is no reason to lose it', async () => {
    const [first, second] = [server.question(), server.question({ id: 'q2', text: 'Et les vélos ?' })];
    let shown = [first, second];
    answers.set('GET elections/traverse/questions', () => ({ questions: shown, total: 2, next: null }));
    answers.set('POST elections/traverse/questions/decide', server.refusal(409, 'changed-meanwhile'));
    await openDesk('/traverse/questions');
    await says('Et les vélos ?');
    pressAt('Et les vélos ?', w.questions.answer);
    await eventually(() => focused()?.id === 'written');
    write('Deux par car.');
    press(w.questions.publish);
    await says(w.failed['changed-meanwhile']!);
    expect(written().value).to.equal('Deux par car.');
    shown = [second];
    answers.set('POST elections/traverse/questions/decide', () => ({ question: first }));
    pressAt(first.text, w.questions.hide);
    await eventually(() => written().value === '');
    write('Une réclame.');
    const { waiting, answer } = held(() => ({ question: first }));
    answers.set('POST elections/traverse/questions/decide', answer);
    written().form!.requestSubmit();
    await eventually(() => waiting.length);
    pressAt('Et les vélos ?', w.questions.answer);
    await eventually(() => written().value === '');
    write('Trois par car.');
    waiting[0]!();
    await eventually(() => rows().length === 1);
    expect(written().value).to.equal('Trois par car.');
  });

  it('a reason for one candidacy stays while another one is approved', async () => {
    const second = server.candidacy({
      id: 'c2',
      profile: { ...server.candidacy().profile, name: 'Zoé Blanc' },
    });
    answers.set('GET elections/traverse/candidacies', () => ({ candidacies: [server.candidacy(), second] }));
    answers.set('POST elections/traverse/candidacies/decide', () => ({
      candidacy: server.candidacy({ state: 'approved', version: 2 }),
    }));
    await openDesk('/traverse/candidacies');
    await says('Zoé Blanc');
    pressAt('Zoé Blanc', w.queue.sendBack);
    await eventually(() => focused()?.id === 'reason');
    write('Sans adresse, s’il vous plaît.');
    press(w.queue.approve);
    await says(w.queue.approved('Karim Haddad'));
    expect(written().value).to.equal('Sans adresse, s’il vous plaît.');
  });

  it('the vote opens while the desk is: what is changed from then on asks for its reason', async () => {
    const opens = Date.parse(server.election.calendar.voting);
    answers.set('GET session', () => ({ ...server.session('owner'), now: opens - 1000, rate: 3600 }));
    await openDesk('/traverse/form');
    await says(w.form.calendar);
    await eventually(async () => {
      await type(w.form.dates.counting, '2027-02-18T08:00');
      return seen(desk).includes(w.form.noteHint);
    });
  });

  it('a list that does not come is said, and can be asked for again', async () => {
    answers.set('GET elections', server.refusal(503, 'overloaded'));
    await openDesk('/elections');
    await eventually(() => everywhere(desk, '[role=alert]').length, 'nothing is said');
    await expect(desk).to.be.accessible();
    answers.set('GET elections', () => ({ elections: [server.listed()] }));
    press(w.again);
    await says('Traverse');
    expect(everywhere(desk, '[role=alert]')).to.have.length(0);
  });
});
