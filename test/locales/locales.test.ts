import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin as enAdmin } from '../../src/locales/en-admin.js';
import { admin as frAdmin } from '../../src/locales/fr-admin.js';
import { around as enAround } from '../../src/locales/en-around.js';
import { campaign as enCampaign } from '../../src/locales/en-campaign.js';
import { mandate as enMandate } from '../../src/locales/en-mandate.js';
import { rules as enRules } from '../../src/locales/en-rules.js';
import { around as frAround } from '../../src/locales/fr-around.js';
import { campaign as frCampaign } from '../../src/locales/fr-campaign.js';
import { mandate as frMandate } from '../../src/locales/fr-mandate.js';
import { rules as frRules } from '../../src/locales/fr-rules.js';
import { messages as en } from '../../src/locales/en.js';
import { more as enMore } from '../../src/locales/en-more.js';
import { candidacy as enCandidacy } from '../../src/locales/en-candidacy.js';
import { questions as enQuestions } from '../../src/locales/en-questions.js';
import { receipt as enReceipt } from '../../src/locales/en-receipt.js';
import * as enShare from '../../src/locales/en-share.js';
import { messages as fr } from '../../src/locales/fr.js';
import { more as frMore } from '../../src/locales/fr-more.js';
import { candidacy as frCandidacy } from '../../src/locales/fr-candidacy.js';
import { questions as frQuestions } from '../../src/locales/fr-questions.js';
import { receipt as frReceipt } from '../../src/locales/fr-receipt.js';
import * as frShare from '../../src/locales/fr-share.js';
import { PHASES } from '../../src/model/election.js';
import { ERRORS } from '../../src/model/errors.js';
import { sentencesOf } from './sentences.js';

const story = {
  en: {
    around: enAround,
    campaign: enCampaign,
    mandate: enMandate,
    questions: enQuestions,
    rules: enRules,
    ...enShare,
  },
  fr: {
    around: frAround,
    campaign: frCampaign,
    mandate: frMandate,
    questions: frQuestions,
    rules: frRules,
    ...frShare,
  },
};

const languages = {
  en: sentencesOf({ ...en, ...enMore, ...story.en, stub: enReceipt, admin: enAdmin, candidacy: enCandidacy }),
  fr: sentencesOf({ ...fr, ...frMore, ...story.fr, stub: frReceipt, admin: frAdmin, candidacy: frCandidacy }),
};

/** The sentences that a pattern finds, each with its path. */
const having = (sentences: ReadonlyMap<string, string>, pattern: RegExp): string[] =>
  [...sentences].filter(([, sentence]) => pattern.test(sentence)).map((entry) => entry.join(': '));

describe('the languages', () => {
  it('say the same things: not a key more in one than in the other', () => {
    assert.deepEqual([...languages.fr.keys()].sort(), [...languages.en.keys()].sort());
  });

  it('have a sentence for every error code, and for no other', () => {
    for (const { errors } of [enMore, frMore])
      assert.deepEqual(Object.keys(errors).sort(), Object.keys(ERRORS).sort());
  });

  it('name every phase', () => {
    for (const { phases } of [en, fr]) assert.deepEqual(Object.keys(phases).sort(), [...PHASES].sort());
  });

  for (const [lang, sentences] of Object.entries(languages)) {
    it(`${lang}: no sentence is empty, is torn, or has spaces to spare`, () => {
      assert.deepEqual(having(sentences, /^$|^\s|\s$| {2}|undefined|\[object|NaN/), []);
    });

    it(`${lang}: what is filled in is there to be read`, () => {
      const filled = [...sentences].filter(([path]) => path.includes(`(Zoé)`));
      assert.ok(filled.length > 5);
      for (const [path, sentence] of filled) assert.match(sentence, /Zoé/, path);
    });

    it(`${lang}: apostrophes, quotation marks and ellipses are those of print`, () => {
      assert.deepEqual(having(sentences, /['"`]|\.\.\./), []);
    });
  }

  it('are not left in one another: only words that both have are the same', () => {
    const same = [...languages.fr].filter(([path, sentence]) => languages.en.get(path) === sentence);
    assert.deepEqual(
      new Set(same.map(([, sentence]) => sentence)),
      new Set(['Vote', 'Proclamation', 'Questions']),
    );
  });
});

describe('French typography', () => {
  it('keeps a narrow no-break space before ; ! ?', () => {
    assert.deepEqual(having(languages.fr, /[^\u202f][;!?]/), []);
  });

  it('keeps a no-break space before a colon, but for the one in a time of day', () => {
    assert.deepEqual(having(languages.fr, /[^\u00a0\d]:|[^\u00a0]:(?!\d)/), []);
  });

  it('keeps no-break spaces inside guillemets', () => {
    assert.deepEqual(having(languages.fr, /«[^\u00a0\u202f]|[^\u00a0\u202f]»/), []);
  });

  it('has such spaces at all: the rules above are not held by silence', () => {
    assert.ok(having(languages.fr, /\u202f;/).length > 3);
    assert.ok(having(languages.fr, /\u00a0:/).length > 3);
  });
});

describe('English typography', () => {
  it('has no space before a sign of punctuation', () => {
    assert.deepEqual(having(languages.en, /[\s\u00a0\u202f][;:!?,.]/), []);
  });
});

describe('numbers', () => {
  it('English: one ballot, and no ballots', () => {
    assert.deepEqual(
      [0, 1, 2].map((n) => enMore.ballots(n, String(n))),
      ['0 ballots', '1 ballot', '2 ballots'],
    );
    assert.deepEqual(
      [0, 1, 2].map((n) => enMore.votes(n, String(n))),
      ['0 votes', '1 vote', '2 votes'],
    );
  });

  it('French: zero is singular', () => {
    assert.deepEqual(
      [0, 1, 2].map((n) => frMore.ballots(n, String(n))),
      ['0 bulletin', '1 bulletin', '2 bulletins'],
    );
    assert.deepEqual(
      [0, 1, 2].map((n) => frMore.votes(n, String(n))),
      ['0 voix', '1 voix', '2 voix'],
    );
  });

  it('the most that may be ticked: as many as one likes, one, several', () => {
    assert.deepEqual(
      [0, 1, 3].map((max) => enMore.ballotOffered(max, String(max))),
      ['Tick as many names as you like.', 'Tick one name.', 'Tick up to 3 names.'],
    );
    assert.deepEqual(
      [0, 1, 3].map((max) => frMore.ballotOffered(max, String(max))),
      ['Cochez autant de noms que vous voulez.', 'Cochez un nom.', 'Cochez jusqu’à 3 noms.'],
    );
  });
});
