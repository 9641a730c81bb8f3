import type { Question, QuestionFilter, QuestionsOffer } from '../../../model/question.js';
import type { Check, Subject } from '../../conformance.js';
import { expectEqual, expectRefusal, expectTrue } from '../expect.js';
import { HOURS } from '../fixtures.js';
import { candidateOf, offerTo, until, wholeElection } from './people.js';

const key = () => crypto.randomUUID();
const newest: QuestionFilter = { kind: 'question', sort: 'date' };

/** What customers ask. */
export function asking(check: Check, mayStand: boolean): void {
  const one = [wholeElection()];
  const inCampaign = (name: string, body: (subject: Subject) => Promise<void>) =>
    check(name, one, async (subject) => {
      await until(subject, 'campaign');
      await body(subject);
    });

  check('questions are taken from the campaign to the end of the mandate', one, async (subject) => {
    const ann = await offerTo(subject, 'ann', 'questions');
    await expectRefusal(ask(ann, 'Is there a bench?'), 'questions-closed');
    await until(subject, 'campaign');
    const { id } = await ask(ann, 'Is there a bench?');
    await until(subject, 'ended');
    await expectRefusal(ask(ann, 'Is there a clock?'), 'questions-closed');
    await expectRefusal(ann.support('e', id, true), 'questions-closed');
    expectEqual((await ann.list('e', newest)).total, 1, 'what is still to be read');
  });

  inCampaign('who asks supports it, and everyone reads it', async (subject) => {
    const ann = await offerTo(subject, 'ann', 'questions');
    const asked = await ann.ask(
      'e',
      { kind: 'question', text: ' Is there a bench? ', name: 'Ann', candidate: 'ada' },
      key(),
    );
    const { text, name, candidate, supports, supported, answers } = asked;
    expectEqual(
      [text, name, candidate, supports, supported, answers],
      ['Is there a bench?', 'Ann', 'ada', 1, true, []],
      'what was kept',
    );
    const bob = await offerTo(subject, 'bob', 'questions');
    const page = await bob.list('e', newest);
    expectEqual(
      [page.total, page.next, page.questions[0]?.supported],
      [1, null, false],
      'as another sees it',
    );
  });

  inCampaign('a question sent twice is asked once; its key is nobody else’s', async (subject) => {
    const ann = await offerTo(subject, 'ann', 'questions');
    const bob = await offerTo(subject, 'bob', 'questions');
    const asked = { kind: 'question', text: 'Is there a bench?', name: '', candidate: null } as const;
    const again = key();
    const first = await ann.ask('e', asked, again);
    expectEqual(await ann.ask('e', asked, again), first, 'under the same key');
    await expectRefusal(bob.ask('e', asked, again), 'key-reused');
    expectEqual((await ann.list('e', newest)).total, 1, 'questions');
  });

  inCampaign('a question that is not as it must be is refused', async (subject) => {
    const ann = await offerTo(subject, 'ann', 'questions');
    await expectRefusal(ask(ann, 'Short'), 'question-invalid');
    await expectRefusal(ask(ann, 'See https://shop.example for more'), 'question-invalid');
    await expectRefusal(ask(ann, 'Is there a bench?', 'zoe'), 'candidate-unknown');
    expectEqual((await ann.list('e', newest)).total, 0, 'questions');
  });

  inCampaign('one person asks ten times a day', async (subject) => {
    const ann = await offerTo(subject, 'ann', 'questions');
    for (let i = 0; i < 10; i++) await ask(ann, `Is there bench number ${i}?`);
    await expectRefusal(ask(ann, 'Is there another bench?'), 'questions-many');
    await subject.elapse(25 * HOURS);
    await ask(ann, 'Is there a bench today?');
  });

  inCampaign('one person supports a question once, and may take it back', async (subject) => {
    const ann = await offerTo(subject, 'ann', 'questions');
    const bob = await offerTo(subject, 'bob', 'questions');
    const { id } = await ask(ann, 'Is there a bench?');
    const other = await ask(ann, 'Is there a clock?');
    const seen: number[] = [];
    for (const supported of [true, true, false, false, true])
      seen.push((await bob.support('e', id, supported)).supports);
    expectEqual(seen, [2, 2, 1, 1, 2], 'supporters');
    const ids = async (sort: QuestionFilter['sort']) =>
      (await bob.list('e', { kind: 'question', sort })).questions.map((question) => question.id);
    expectEqual(await ids('support'), [id, other.id], 'the most supported first');
    await expectRefusal(bob.support('e', 'nothing', true), 'question-unknown');
  });

  inCampaign('a question is reported once a person, however often', async (subject) => {
    const ann = await offerTo(subject, 'ann', 'questions');
    const bob = await offerTo(subject, 'bob', 'questions');
    const { id } = await ask(ann, 'Is there a bench?');
    await bob.report('e', id);
    await bob.report('e', id);
    await expectRefusal(bob.report('e', 'nothing'), 'question-unknown');
    expectEqual((await ann.list('e', newest)).total, 1, 'what is still to be read');
  });

  inCampaign('pages follow one another without a gap and without a twin', async (subject) => {
    for (const voter of ['ann', 'bob', 'eve']) {
      const offer = await offerTo(subject, voter, 'questions');
      for (let i = 0; i < 7; i++) await ask(offer, `Is there bench number ${i} of ${voter}?`);
    }
    const ann = await offerTo(subject, 'ann', 'questions');
    for (const sort of ['date', 'support'] as const) {
      const first = await ann.list('e', { kind: 'question', sort });
      expectEqual([first.questions.length, first.total], [20, 21], 'the first page');
      const second = await ann.list('e', { kind: 'question', sort }, first.next ?? '');
      expectEqual([second.questions.length, second.total, second.next], [1, 21, null], 'the second page');
      const ids = [...first.questions, ...second.questions].map(({ id }) => id);
      expectEqual(new Set(ids).size, 21, 'ids that differ');
    }
  });

  inCampaign('questions are found by words, by kind and by candidate', async (subject) => {
    const ann = await offerTo(subject, 'ann', 'questions');
    await ask(ann, 'Où est le banc de la gare ?', 'ada');
    await ask(ann, 'When does the clock go?', 'ben');
    await ann.ask('e', { kind: 'idea', text: 'A bench for each', name: '', candidate: null }, key());
    const found = async (filter: Partial<QuestionFilter>) => {
      const page = await ann.list('e', { ...newest, ...filter });
      expectEqual(page.total, page.questions.length, 'how many there are');
      return page.questions.map(({ text }: Question) => text.slice(0, 7));
    };
    expectEqual(await found({}), ['When do', 'Où est '], 'the newest first');
    expectEqual(await found({ search: 'OU gar' }), ['Où est '], 'by the beginnings of words');
    expectEqual(await found({ search: 'are' }), [], 'not by what is within a word');
    expectEqual(await found({ search: '%' }), ['When do', 'Où est '], 'by no word at all');
    expectEqual(await found({ candidate: 'ben' }), ['When do'], 'by whom they are for');
    expectEqual(await found({ kind: 'idea' }), ['A bench'], 'by kind');
  });

  inCampaign('nobody answers in another’s name', async (subject) => {
    const ann = await offerTo(subject, 'ann', 'questions');
    const { id } = await ask(ann, 'Is there a bench?', 'ada');
    await expectRefusal(ann.answer('e', id, 'There is one.'), 'not-allowed');
  });

  if (!mayStand) return;
  check('a candidate answers what they are asked, and nothing else', one, async (subject) => {
    if (!subject.approve) return;
    const { candidate = '' } = await candidateOf(subject, 'ann', 'Ann Wood');
    await until(subject, 'campaign');
    const [ann, bob] = [
      await offerTo(subject, 'ann', 'questions'),
      await offerTo(subject, 'bob', 'questions'),
    ];
    const [own, other] = [
      await ask(bob, 'Is there a bench?', candidate),
      await ask(bob, 'Is there a clock?', 'ada'),
    ];
    await expectRefusal(ann.answer('e', other.id, 'There is one.'), 'not-allowed');
    await expectRefusal(ann.answer('e', own.id, ' '), 'question-invalid');
    await ann.answer('e', own.id, 'There is one.');
    await ann.answer('e', own.id, 'There are two.');
    const page = await bob.list('e', { ...newest, candidate });
    const answers = page.questions.flatMap((question) => question.answers);
    const said = answers.map(({ by, name, text }) => [by, name, text]);
    expectEqual(said, [['candidate', 'Ann Wood', 'There are two.']], 'the answer, said anew');
    expectTrue(
      answers.every(({ at }) => Number.isFinite(Date.parse(at))),
      'its date',
    );
  });
}

const ask = (offer: QuestionsOffer, text: string, candidate: string | null = null): Promise<Question> =>
  offer.ask('e', { kind: 'question', text, name: '', candidate }, key());
