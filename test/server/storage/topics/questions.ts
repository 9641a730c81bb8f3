import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ErrorCode } from '../../../../src/model/errors.js';
import { QUESTIONS_A_DAY } from '../../../../src/model/question.js';
import type { SentQuestion } from '../../../../src/server/storage/topics/questions.js';
import type { Topics } from '../../../../src/server/storage/topics.js';
import { newId } from '../casts.js';
import type { Using } from '../using.js';

const sent = (text: string, more: Partial<SentQuestion> = {}): SentQuestion => ({
  id: newId(),
  key: newId(),
  person: newId(),
  kind: 'question',
  candidate: null,
  name: 'Zoé',
  text,
  ...more,
});
const refuses = (asked: Promise<unknown>, code: ErrorCode) => assert.rejects(asked, { code });
const ids = (page: { readonly questions: readonly { readonly id: string }[] }) =>
  page.questions.map(({ id }) => id);

export function questionsSuite(using: Using): void {
  const shows = (name: string, test: (questions: Topics['questions'], election: string) => Promise<void>) =>
    it(name, () => using(({ topics }) => test(topics!.questions, newId())));

  describe('questions', () => {
    shows(
      'a question comes back as it was asked; the same key again changes nothing',
      async (questions, election) => {
        const first = sent('Où seront cousus les sacs ?', { candidate: 'amina' });
        const { id, key, person: _, ...words } = first;
        const kept = await questions.ask(election, first);
        const { at, ...rest } = kept;
        const marks = { supports: 1, supported: true, reports: 0, hidden: false, reason: null, version: 1 };
        assert.deepEqual(rest, { ...words, ...marks, id, answers: [] });
        assert.ok(!Number.isNaN(Date.parse(at)));
        assert.deepEqual(await questions.ask(election, { ...first, id: newId() }), kept);
        assert.equal((await questions.byId(election, id)).supported, false);
        await refuses(questions.ask(election, sent('Une autre ?', { key })), 'key-reused');
        await refuses(questions.byId(newId(), id), 'question-unknown');
      },
    );

    shows('a person asks so much a day and no more', async (questions, election) => {
      const person = newId();
      for (let i = 0; i < QUESTIONS_A_DAY; i++) await questions.ask(election, sent(`Une ${i}`, { person }));
      await refuses(questions.ask(election, sent('Encore ?', { person })), 'questions-many');
      await questions.ask(election, sent('Une autre personne ?'));
    });

    shows(
      'a person supports once, however often and at once, and takes it back once',
      async (questions, election) => {
        const { id } = await questions.ask(election, sent('Des ateliers ?'));
        await Promise.all(Array.from({ length: 5 }, () => questions.support(election, id, 'p', true)));
        assert.equal((await questions.support(election, id, 'q', true)).supports, 3);
        await Promise.all(Array.from({ length: 3 }, () => questions.support(election, id, 'p', false)));
        const { supports, supported } = await questions.byId(election, id, 'p');
        assert.deepEqual([supports, supported], [2, false]);
        await refuses(questions.support(election, newId(), 'p', true), 'question-unknown');
      },
    );

    shows(
      'pages follow one another without a gap or a repetition, in both orders',
      async (questions, election) => {
        const asked = [];
        for (const supporters of [3, 0, 1, 1, 2, 0, 1]) {
          const { id } = await questions.ask(election, sent('Une question ?'));
          for (let i = 0; i < supporters; i++) await questions.support(election, id, newId(), true);
          asked.push(id);
        }
        for (const sort of ['support', 'date'] as const) {
          const seen: string[] = [];
          const counts: number[] = [];
          let after: string | undefined;
          do {
            const page = await questions.page(election, {
              limit: 3,
              sort,
              kind: 'question',
              ...(after && { after }),
            });
            assert.equal(page.total, 7);
            seen.push(...ids(page));
            counts.push(...page.questions.map(({ supports }) => supports));
            after = page.next ?? undefined;
          } while (after !== undefined);
          assert.deepEqual([...seen].sort(), [...asked].sort());
          if (sort === 'support') assert.deepEqual(counts, [4, 3, 2, 2, 2, 1, 1]);
        }
        await refuses(
          questions.page(election, { limit: 3, sort: 'date', after: "1' or 1=1" }),
          'body-invalid',
        );
      },
    );

    shows(
      'words are found by their beginnings, without accents, and mean nothing but themselves',
      async (questions, election) => {
        const eggs = await questions.ask(election, sent('Où sont passés les Œufs frais d’Évreux ?'));
        await questions.ask(
          election,
          sent('Pourquoi les yaourts frais ?', { kind: 'idea', candidate: 'bruno' }),
        );
        await questions.ask(newId(), sent('Les œufs frais d’ailleurs ?'));
        const search = async (text: string) =>
          ids(await questions.page(election, { limit: 9, sort: 'date', search: text }));
        assert.deepEqual(await search('œuf EVREUX'), [eggs.id]);
        assert.deepEqual(await search('oeu'), [eggs.id]);
        assert.equal((await search('frais')).length, 2);
        assert.equal((await search('  ?! ')).length, 2, 'nothing is looked for');
        for (const text of [
          'frais NOT',
          'frais" OR "a',
          "fra':* | 'x",
          'words:frais',
          'NEAR(frais)',
          '100%_',
        ])
          assert.deepEqual(await search(`${text} absolument`), []);
        const of = await questions.page(election, {
          limit: 9,
          sort: 'date',
          kind: 'idea',
          candidate: 'bruno',
        });
        assert.equal(of.total, 1);
      },
    );

    shows('each answerer answers once, and what is said again replaces it', async (questions, election) => {
      const { id } = await questions.ask(election, sent('Et demain ?', { candidate: 'amina' }));
      await questions.ask(election, sent('Et hier ?'));
      await questions.answer(election, id, { by: 'brand', name: 'Maison', text: 'Oui.' });
      await questions.answer(election, id, { by: 'candidate', name: 'Amina', text: 'Non.' });
      const { answers } = await questions.answer(election, id, {
        by: 'brand',
        name: 'Maison',
        text: 'Peut-être.',
      });
      assert.deepEqual(Object.fromEntries(answers.map(({ by, text }) => [by, text])), {
        brand: 'Peut-être.',
        candidate: 'Non.',
      });
      assert.deepEqual(await questions.answered(election), { asked: 2, answered: 1 });
      assert.deepEqual(await questions.answered(election, 'amina'), { asked: 1, answered: 1 });
      const open = await questions.page(election, { limit: 9, sort: 'date', show: 'open' });
      assert.equal(open.total, 1);
    });

    shows(
      'what is reported is looked at; hidden, it is not shown; of two moderators one decides',
      async (questions, election) => {
        const { id } = await questions.ask(election, sent('Une insulte ?'));
        await Promise.all(['p', 'p', 'q'].map((person) => questions.report(election, id, person)));
        const [reported] = (await questions.page(election, { limit: 9, sort: 'date', show: 'reported' }))
          .questions;
        assert.equal(reported?.reports, 2);
        const ruled = await Promise.allSettled([
          questions.rule(election, id, 1, 'insulte'),
          questions.rule(election, id, 1, null),
        ]);
        assert.deepEqual(ruled.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
        const { version } = await questions.byId(election, id);
        assert.deepEqual((await questions.rule(election, id, version, 'insulte')).reason, 'insulte');
        assert.equal((await questions.page(election, { limit: 9, sort: 'date' })).total, 0);
        assert.deepEqual(await questions.answered(election), { asked: 0, answered: 0 });
        const shown = await questions.rule(election, id, version + 1, null);
        assert.deepEqual([shown.hidden, shown.reports], [false, 0]);
      },
    );
  });
}
