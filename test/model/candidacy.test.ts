import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  faultsIn,
  lengthOf,
  textFault,
  tidied,
  tidy,
  type Fault,
  type Submission,
} from '../../src/model/candidacy.js';

const whole: Submission = {
  profile: {
    name: 'Amina Belkacem',
    town: 'Figeac',
    slogan: 'Le 6 h 12 ne m’a jamais attendue.',
    manifesto: 'Je prends le train depuis vingt ans.\n\nJe demande un banc sur chaque quai.',
  },
  consents: { age: true, rules: true, image: true },
};

describe('a text of a candidacy', () => {
  const rows: readonly [text: string, fault: Fault | undefined][] = [
    ['Amina Belkacem', undefined],
    ['O’Neill-Ødegård', undefined],
    ['Thanh-Mai Phạm', undefined],
    ['أمينة بلقاسم', undefined],
    ['山田 花子', undefined],
    ['', 'missing'],
    ['A', 'short'],
    ['a'.repeat(61), 'long'],
    ['Amina \u202eanimA', 'hidden'],
    ['Ami\u200bna', 'hidden'],
    ['Amina\u0000', 'hidden'],
    ['A\u0300\u0301\u0302\u0303\u0304mina', 'marks'],
    ['12345', 'letters'],
    ['🗳️🗳️', 'letters'],
    ['Amina\nBelkacem', 'lines'],
    ['https://amina.example', 'link'],
    ['www.amina.example', 'link'],
    ['javascript:alert(1)', 'link'],
  ];
  for (const [text, fault] of rows)
    it(`${JSON.stringify(text).slice(0, 40)} as a name: ${fault ?? 'fine'}`, () => {
      assert.equal(textFault('name', tidy(text)), fault);
    });

  it('is counted as people count: an accent in two parts, or an emoji, is one', () => {
    assert.equal(lengthOf(tidy('e\u0301te\u0301')), 3);
    assert.equal(lengthOf('🗳'), 1);
    assert.equal(textFault('slogan', '🗳'.repeat(139) + 'a'), undefined);
  });

  it('of a manifesto has lines, which end in one way', () => {
    const { profile } = tidied({
      ...whole,
      profile: { ...whole.profile, manifesto: ' Un.\r\n\r\nDeux.\t ' },
    });
    assert.equal(profile.manifesto, 'Un.\n\nDeux.');
  });

  it('of an e-mail is an address, or nothing', () => {
    for (const email of ['amina@example.org', '']) assert.equal(textFault('email', email), undefined);
    for (const email of ['amina', 'amina@', 'a b@example.org', 'Amina <a@b.fr>', 'a@b'])
      assert.equal(textFault('email', email), 'address');
  });
});

describe('a candidacy', () => {
  it('that is whole can be sent', () => assert.deepEqual(faultsIn(whole), {}));

  it('says all that is wrong with it at once, field by field', () => {
    const profile = {
      name: '',
      town: 'Figeac',
      slogan: 'x',
      manifesto: 'trop court',
      photo: { src: '', alt: '1' },
      video: { provider: 'youtube' as const, id: '"><script>' },
    };
    const consents = { age: false, rules: true, image: false };
    assert.deepEqual(faultsIn({ profile, consents, email: 'no' }), {
      name: 'missing',
      slogan: 'short',
      manifesto: 'short',
      alt: 'letters',
      email: 'address',
      video: 'address',
      age: 'consent',
      image: 'consent',
    });
  });
});
