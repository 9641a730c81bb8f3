import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memoryAdapter } from '../../../src/adapters/memory/memory.js';
import { questionWords } from '../../../src/elements/shared/question-words.js';
import type { VoixQuestions } from '../../../src/elements/voix-questions/voix-questions.js';
import '../../../src/elements/voix-questions/voix-questions.js';
import { questions as en } from '../../../src/locales/en-questions.js';
import { questions as fr } from '../../../src/locales/fr-questions.js';
import type { Community } from '../../../src/model/community.js';
import { newKey } from '../../../src/model/new-key.js';
import { button, eventually, everywhere, focused, heard, only, seen, shown, speak } from '../page.js';
import { during, election, readySnapshot } from '../snapshots.js';

const clockAt = (now: string) => ({ now: () => Date.parse(now), rate: 1 });
const words = en.kinds.question;

/** A backend in memory in which there are so many questions to Amina, the first the most supported. */
async function asked(texts: readonly string[], now: string = during.voting) {
  const backend = memoryAdapter([election()], { clock: clockAt(now), voter: 'me' });
  for (const [i, text] of texts.entries()) {
    const { questions } = await backend.as(`person ${i % 50}`).community!();
    const { id } = await questions!.ask(
      'traverse',
      { kind: 'question', text, name: i ? '' : 'Léa', candidate: 'amina' },
      newKey(),
    );
    for (let n = i; n < Math.min(4, texts.length - 1); n++)
      await (await backend.as(`supporter ${n}`).community!()).questions!.support('traverse', id, true);
  }
  return backend;
}

async function list(
  backend: { readonly community?: () => Promise<Community> },
  { now = during.voting as string, kind = 'question', candidate = undefined as string | undefined } = {},
): Promise<VoixQuestions> {
  const snapshot = readySnapshot({ election: election(), now, community: backend.community });
  const element = await shown<VoixQuestions>(
    html`<voix-questions
      .kind=${kind as 'question'}
      .candidate=${candidate}
      .snapshot=${snapshot}
    ></voix-questions>`,
  );
  await eventually(() => questionWords('en', () => {}), 'the words do not come');
  return element;
}

const rows = (element: Element) => everywhere(element, 'li');
const texts = (element: Element) => everywhere(element, 'li .text').map(seen);
const field = <T extends HTMLElement>(element: Element, id: string) => only<T>(element, `#${id}`);
function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

const THREE = ['Pourquoi le 6 h 12 est-il plein ?', 'Et les vélos, toute l’année ?', 'Un banc à Gourdon ?'];

describe('voix-questions', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  it('shows what is asked, the most supported first, with who supports, and answers in their own names', async () => {
    const backend = await asked(THREE);
    const amina = await backend.as('amina').community!();
    await amina.questions!.answer('traverse', 'q1', 'Parce que.\n\nEt je le dirai.');
    const element = await list(backend);
    await eventually(() => rows(element).length === 3, 'the questions do not come');
    expect(texts(element)).to.deep.equal(THREE);
    expect(seen(rows(element)[0]!))
      .to.contain('Léa')
      .and.to.contain(en.forCandidate('Amina Belkacem'));
    expect(seen(only(element, "[part='answer']"))).to.match(
      /^Amina Belkacem, candidate .* Parce que\. Et je/,
    );
    expect(seen(element)).to.contain(words.count(3, '3'));
    await expect(element).to.be.accessible();
    await speak('fr');
    await eventually(
      () => seen(element).includes(fr.kinds.question.count(3, '3')),
      'it does not speak French',
    );
  });

  it('supports once, says so to those who listen, and takes it back', async () => {
    const element = await list(await asked(THREE));
    await eventually(() => rows(element).length === 3);
    const slip = () => only<HTMLButtonElement>(rows(element)[2]!, '.slip');
    const before = Number(seen(only(slip(), 'b')));
    slip().click();
    await eventually(() => slip().getAttribute('aria-pressed') === 'true');
    expect(seen(only(slip(), 'b'))).to.equal(String(before + 1));
    expect(slip().getAttribute('aria-label'))
      .to.contain(THREE[2]!)
      .and.to.contain(String(before + 1));
    slip().click();
    await eventually(() => slip().getAttribute('aria-pressed') === 'false');
    expect(seen(only(slip(), 'b'))).to.equal(String(before));
  });

  it('of two clicks in a row the second one counts, though the first is answered last', async () => {
    const backend = await asked(THREE);
    const whole = await backend.community!();
    const answers: (() => void)[] = [];
    const support: NonNullable<Community['questions']>['support'] = async (...call) => {
      const question = await whole.questions!.support(...call);
      await new Promise<void>((resolve) => answers.push(resolve));
      return question;
    };
    const element = await list({
      community: async () => ({ ...whole, questions: { ...whole.questions!, support } }),
    });
    await eventually(() => rows(element).length === 3);
    const slip = only<HTMLButtonElement>(rows(element)[2]!, '.slip');
    slip.click();
    await element.updateComplete;
    slip.click();
    await eventually(() => answers.length === 2);
    for (const answer of answers.reverse()) {
      answer();
      await new Promise((resolve) => setTimeout(resolve));
      await element.updateComplete;
      expect(slip.getAttribute('aria-pressed')).to.equal('false');
    }
  });

  it('a support that does not arrive is taken off again, and said', async () => {
    const backend = await asked(THREE);
    const element = await list(backend);
    await eventually(() => rows(element).length === 3);
    backend.fail({ code: 'offline', on: 'community' });
    const slip = only<HTMLButtonElement>(rows(element)[0]!, '.slip');
    slip.click();
    await eventually(
      () =>
        everywhere(document.body, "[role='status']").some((one) => seen(one) === en.offline) ||
        everywhere(element, "[role='status']").some((one) => one.textContent === en.offline),
    );
    expect(slip.getAttribute('aria-pressed')).to.equal('false');
  });

  it('asks by the keyboard alone: says what is wrong on submit and after, never before', async () => {
    const backend = await asked([]);
    const element = await list(backend);
    await eventually(() => seen(element).includes(words.none));
    button(element, words.ask).focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused()?.id === 'text', 'the field has not the focus');
    await sendKeys({ type: 'Voir' });
    await element.updateComplete;
    expect(everywhere(element, '.fault').map(seen).join('')).to.equal('');
    button(element, en.send).focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused()?.id === 'text', 'what is wrong has not the focus');
    const text = field<HTMLTextAreaElement>(element, 'text');
    expect(text.getAttribute('aria-invalid')).to.equal('true');
    expect(seen(element)).to.contain(en.faults.short);
    await expect(element).to.be.accessible();
    await sendKeys({ type: ' www.exemple.test' });
    await eventually(() => seen(element).includes(en.faults.link));
    type(text, 'Un banc sur chaque quai ?');
    await element.updateComplete;
    expect(text.getAttribute('aria-invalid')).to.equal('false');
    button(element, en.send).click();
    await eventually(() => texts(element).length === 1);
    expect(texts(element)).to.deep.equal(['Un banc sur chaque quai ?']);
    await eventually(() => seen(focused()!) === words.ask, 'the focus is lost');
  });

  it('without a network nothing of what was written is lost, and sending it again asks once', async () => {
    const backend = await asked([]);
    const element = await list(backend);
    await eventually(() => seen(element).includes(words.none));
    button(element, words.ask).click();
    await element.updateComplete;
    type(field(element, 'text'), 'Un banc sur chaque quai ?');
    backend.fail({ code: 'offline', stored: true });
    button(element, en.send).click();
    await eventually(() => seen(element).includes(en.offline));
    expect(field<HTMLTextAreaElement>(element, 'text').value).to.equal('Un banc sur chaque quai ?');
    button(element, en.send).click();
    await eventually(() => texts(element).length === 1);
    const { questions } = await backend.community!();
    expect((await questions!.list('traverse', { kind: 'question', sort: 'date' })).total).to.equal(1);
  });

  it('searches, sorts and turns pages by asking the backend', async () => {
    const many = Array.from({ length: 45 }, (_, i) => `Question numéro ${i} du quai ?`);
    const element = await list(await asked(many));
    await eventually(() => rows(element).length === 20);
    button(element, en.more).click();
    await eventually(() => rows(element).length === 40);
    button(element, en.more).click();
    await eventually(() => rows(element).length === 45);
    expect(new Set(texts(element)).size).to.equal(45);
    expect(everywhere(element, 'button').map(seen)).not.to.contain(en.more);
    everywhere<HTMLInputElement>(element, "[type='radio']")[1]!.click();
    await eventually(() => texts(element)[0] === many[44], 'the newest is not the first');
    type(field(element, 'search'), 'NUMERO 17');
    await eventually(() => rows(element).length === 1);
    expect(texts(element)).to.deep.equal([many[17]]);
    type(field(element, 'search'), 'numero ');
    await eventually(() => rows(element).length === 20);
    expect(field<HTMLInputElement>(element, 'search').value, 'a space after a word').to.equal('numero ');
    type(field(element, 'search'), 'nulle part');
    await eventually(() => seen(element).includes(en.notFound));
  });

  it('collects ideas when told so, of one candidate when told so', async () => {
    const backend = await asked(THREE);
    const ideas = await list(backend, { kind: 'idea' });
    await eventually(() => seen(ideas).includes(en.kinds.idea.none));
    const gilles = await list(backend, { candidate: 'gilles' });
    await eventually(() => seen(gilles).includes(words.none));
    button(gilles, words.ask).click();
    await gilles.updateComplete;
    expect(everywhere(gilles, 'select')).to.have.length(0);
    const amina = await list(backend, { candidate: 'amina' });
    await eventually(() => rows(amina).length === 3);
    expect(seen(amina)).not.to.contain(en.forCandidate('Amina Belkacem'));
  });

  it('a candidate who looks answers what they are asked, and only that', async () => {
    const backend = await asked(THREE);
    await (
      await backend.as('p').community!()
    ).questions!.ask(
      'traverse',
      { kind: 'question', text: 'Et vous, Gilles, demain ?', name: '', candidate: 'gilles' },
      newKey(),
    );
    const own = { own: async () => ({ state: 'approved', candidate: 'amina' }) };
    const community = async () => ({
      ...(await backend.as('amina').community!()),
      candidacies: own as never,
    });
    const element = await list({ community });
    await eventually(
      () => everywhere(element, 'button').filter((one) => seen(one) === en.answer).length === 3,
    );
    everywhere(element, 'button')
      .find((one) => seen(one) === en.answer)!
      .click();
    await element.updateComplete;
    type(only<HTMLTextAreaElement>(element, 'li textarea'), 'Au printemps.');
    button(element, en.send).click();
    await eventually(() => everywhere(element, "[part='answer']").length === 1);
    expect(seen(only(element, "[part='answer']"))).to.contain('Au printemps.');
    button(element, en.answerAgain);
  });

  it('what a candidate goes on writing while an answer is on its way is kept where that does not arrive', async () => {
    const backend = await asked(THREE);
    const own = { own: async () => ({ state: 'approved', candidate: 'amina' }) };
    const element = await list({
      community: async () => ({ ...(await backend.as('amina').community!()), candidacies: own as never }),
    });
    const begins = () =>
      everywhere<HTMLButtonElement>(element, 'button').filter((one) => seen(one) === en.answer);
    await eventually(() => begins().length === 3);
    begins()[0]!.click();
    await element.updateComplete;
    const text = only<HTMLTextAreaElement>(element, 'li textarea');
    type(text, 'Au printemps.');
    await element.updateComplete;
    backend.setDelay(100);
    backend.fail({ code: 'offline', on: 'community' });
    button(element, en.send).click();
    await element.updateComplete;
    expect(begins().map(({ disabled }) => disabled)).to.deep.equal([true, true]);
    expect(button(element, en.cancel).disabled).to.equal(true);
    type(text, 'Au printemps prochain.');
    await eventually(() => seen(element).includes(en.offline));
    expect(text.value).to.equal('Au printemps prochain.');
  });

  it('says when questions open, and when they are closed; a backend that takes none shows nothing', async () => {
    const early = await list(await asked([]), { now: during.announced });
    await eventually(() => seen(early).includes(en.notYet('December 7, 2026')));
    expect(everywhere(early, 'button')).to.have.length(0);
    const none = await list({});
    await none.updateComplete;
    expect(seen(none)).to.equal('');
  });

  it('a list that does not come can be asked for again', async () => {
    const backend = await asked(THREE);
    backend.fail({ code: 'overloaded', on: 'community' });
    const element = await list(backend);
    await eventually(() => seen(element).includes(en.failed));
    await expect(element).to.be.accessible();
    button(element, en.again).click();
    await eventually(() => rows(element).length === 3);
  });

  it('a report is thanked for', async () => {
    const element = await list(await asked(['Une réclame ici ?']));
    await eventually(() => rows(element).length === 1);
    expect((await heard()).some(({ name }) => name === words.report('Une réclame ici ?'))).to.equal(true);
    button(element, en.report).click();
    await eventually(() => seen(element).includes(en.reported));
  });
});
