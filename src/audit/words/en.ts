import type { Words } from './words.js';

export const en: Words = {
  lang: 'en',
  checks: {
    checkpoint: {
      name: 'The checkpoint',
      ok: 'It is well formed. Entries of {origin} that it speaks for: {size}.',
    },
    signature: { name: 'The signature', ok: 'The checkpoint is signed by the key that was given.' },
    witnesses: { name: 'The witnesses', ok: 'Cosigned by {witnesses}.' },
    consistency: {
      name: 'Nothing was rewritten',
      ok: 'Every checkpoint seen here before is a beginning of this log.',
    },
    tree: { name: 'The files', ok: 'Every entry is the one that the signed checkpoint speaks for.' },
    entries: {
      name: 'The entries',
      ok: 'All are written as the format has it, and belong to this election.',
    },
    documents: { name: 'The rules', ok: 'The rules are those of the opening; every amendment is there.' },
    ballots: {
      name: 'One ballot per voter',
      ok: 'Voters: {voters}. Ballots: {ballots}; replaced by a later one of the same voter: {superseded}.',
    },
    openings: {
      name: 'The choices',
      ok: 'Each of the {ballots} ballots opens to the choice that it was sealed with.',
    },
    tally: {
      name: 'The count',
      ok: 'Recounted. Ballots that count: {counted}; under review: {review}; set aside: {invalidated}.',
    },
    eligible: { name: 'Who could vote', ok: 'No more ballots than people who could vote.' },
    close: { name: 'The close', ok: 'What the close says of voters and ballots is what is in the log.' },
    proclamation: { name: 'The result', ok: 'What was proclaimed is what the recount gives.' },
    profiles: {
      name: 'The candidates',
      ok: 'Every profile is there as it was when the rules were published.',
    },
    privacy: { name: 'Secrecy', ok: 'No number here gives anybody’s choice away.' },
  },
  verdicts: { ok: 'holds', failed: 'does not hold', unknown: 'cannot be known', warning: 'note well' },
  notReached: 'The audit did not come so far.',
  more: '… and {more} more like it.',
  candidate: '{name} (no. {number})',
  candidateUnnamed: 'no. {number}',
  findings: {
    'checkpoint-malformed': 'The file `checkpoint` is not a signed checkpoint of an election.',
    'checkpoint-empty': 'The log is empty: not even the rules were published.',

    'signature-other-key': 'The checkpoint is not signed by the key in force, {key}.',
    'signature-wrong':
      'The checkpoint has a signature of the key {key}, and it does not hold: what it speaks of was changed.',
    'key-not-this': 'This log is signed by {key}, not by the key that was given ({given}).',
    'key-replaced':
      'This log says that the key given ({given}) was replaced by {key}. If you know the new key from elsewhere, give it; nothing in the log itself can prove it.',
    'key-malformed': 'Entry {index} gives a key that is none of this log: {key}.',
    'key-none':
      'The rules name no key, so nothing shows who signed the checkpoint: anyone could have written this log.',
    'key-own':
      'No key was given, so the log’s own word was taken for {key}. Compare it with the key that the organiser published elsewhere.',
    'key-changed': 'Entry {index} puts a new key in force: {key}.',

    'cosignature-wrong': 'The cosignature of the witness {name} does not hold.',
    'witness-malformed': 'The rules name a witness by a key that is none: {key}.',
    'witness-missing':
      'The witness {name} has not cosigned this checkpoint. Whether everybody is shown the same log cannot be seen from here.',
    'witnesses-none':
      'The rules name no witness. Whether everybody is shown the same log cannot be seen from here.',
    'cosigner-unknown': 'A signature of {name}, whom the rules do not name, was passed over.',

    'checkpoint-forked':
      'This is not the log that was seen before: at {before} entries it had another root. Keep both checkpoints; together they prove it.',
    'checkpoint-shrunk': 'This log was seen with {before} entries; now it has {size}. A log only grows.',
    'checkpoint-first':
      'Nothing of this log was seen here before. Audit again later: what is seen today is remembered.',

    'bundle-missing': 'The entries {from} to {to} are not published. What comes after them was not read.',
    'bundle-cut': 'The file of the entries {from} to {to} is cut off.',
    'tile-missing': 'The tile of level {level} with the hashes {from} to {to} is not published.',
    'tile-cut': 'The tile of level {level} with the hashes {from} to {to} is cut off.',
    'tile-wrong':
      'The tile of level {level} with the hashes {from} to {to} does not follow from the entries.',
    'entry-dropped': 'An entry was left out at {index}: the log has one there.',
    'entry-duplicated': 'An entry was put in twice at {index}: the log has it once.',
    'entries-reordered': 'The entries stand in another order than in the log, from {index} on.',
    'entry-changed': 'Entry {index} is not the one that the log has.',
    'root-wrong':
      'The {size} entries do not add up to the signed root: they are not those that the checkpoint speaks for.',

    'entry-malformed': 'Entry {index} is not written as the format has it (“{member}”).',
    'entry-not-canonical': 'Entry {index} can be read, but is not written as the format has it, to the byte.',
    'entry-elsewhere': 'Entry {index} belongs to another election, “{election}”.',
    'hour-backwards': 'Entry {index} ({at}) is more than an hour earlier than one before it.',
    'opening-not-first': 'The log does not begin with its rules, but with “{type}”.',
    'opening-again': 'Entry {index} opens the election a second time.',

    'document-missing': 'The rules named by entry {index} are not published ({document}).',
    'document-changed': 'The rules published for entry {index} are not the ones that it names ({document}).',
    'rules-malformed': 'The rules of entry {index} are not written as the format has it (“{member}”).',
    'rules-elsewhere': 'The rules of entry {index} are those of another election, “{election}”.',
    'candidate-reassigned':
      'Entry {index} gives candidate {candidate} to somebody else: “{before}” became “{after}”.',
    'amended-locked': 'Entry {index} changed “{what}” when voting had opened: that is fixed before.',
    'candidate-dropped': 'Since entry {index}, candidate {candidate} is no longer in the rules.',
    'amended-while-voting': 'Entry {index} changed the rules while ballots were being cast.',
    'amended-after-close': 'Entry {index} changed the rules after the close.',
    amended: 'Entry {index} amends the rules: {reason}',

    'ballot-second': 'Entry {index} is a second ballot of the voter {voter}, and the rules allow one.',
    'ballot-duplicated': 'Entry {index} has the id of a ballot that was there before, {ballot}.',
    'ballot-early': 'Entry {index} is a ballot from before voting opened ({at}).',
    'ballot-late': 'Entry {index} is a ballot from after voting closed ({at}).',
    'ballot-after-close': 'Entry {index} is a ballot after the close (entry {close}).',
    'close-again': 'Entry {index} closes the vote a second time (after entry {close}).',
    'tier-unknown':
      'Entry {index} is a ballot of somebody who proved who they are by “{tier}”, which the rules do not know.',
    'decision-unknown': 'Entry {index} decides on a ballot that is not in the log, {ballot}.',
    'moderation-unknown': 'Entry {index} is about candidate {candidate}, whom the rules do not know.',

    'openings-missing': 'The choices of the entries {from} to {to} should be published by now, and are not.',
    'openings-cut': 'The file with the choices of the entries {from} to {to} is cut off.',
    'opening-malformed': 'What should open the ballot at entry {index} is not written as the format has it.',
    'opening-missing': 'The ballot at entry {index} is not opened.',
    'opening-stray': 'Entry {index} is no ballot, and has a choice published all the same.',
    'opening-wrong':
      'The ballot at entry {index} was not sealed with the choice that is published for it: {choice}.',
    'choice-invalid': 'The ballot at entry {index} cannot be filled in like that under the rules: {choice}.',
    'openings-hidden':
      'The choices are sealed until the close, as the rules say ({visibility}). They will be checked after it.',
    'openings-early':
      'The choices are published before the close, although the rules hide them ({visibility}).',

    'tally-incomplete':
      'A full count is not possible: {ballots} ballots are not opened, and {gaps} entries could not be taken in.',

    'eligible-exceeded': 'More people voted by “{tier}” than could: {found} of {eligible}.',
    'eligible-unknown':
      'How many people could vote by “{tier}” is not known to anybody. The log shows that nothing was changed, not that no voter was invented.',

    'close-early': 'Entry {index} closes the vote ({at}) before the end that the rules give.',
    'close-voters-wrong': 'The close speaks of {said} voters; the log has {found}.',
    'close-tiers-wrong': 'For “{tier}” the close speaks of {said} ballots {state}; the log has {found}.',
    'close-unchecked': 'What the close says could not be checked: {gaps} entries could not be taken in.',
    'not-closed': 'Voting is not closed.',
    'close-refused':
      'The close says that {refused} ballots were refused. Those are not in the log, and cannot be checked.',

    'proclamation-early': 'Entry {index} proclaims a result before the close.',
    'proclamation-counts-wrong':
      'For candidate {candidate} entry {index} proclaims {said} votes; the recount gives {found}.',
    'proclamation-outcome-wrong':
      'Entry {index} proclaims another outcome than the recount gives (proclaimed: {said}; recount: {found}).',
    'proclamation-unchecked':
      'What entry {index} proclaims could not be checked, because not everything could be counted.',
    'not-proclaimed': 'Nothing is proclaimed yet.',
    'proclamation-outdated':
      'Entry {index} proclaimed what was right then. Decisions since have changed it; the recount now gives: {found}.',

    'profile-missing': 'The profile of candidate {candidate} is gone, and no entry says that it was erased.',
    'profile-changed': 'The profile of candidate {candidate} is not the one that the rules name.',
    'profile-malformed': 'The profile of candidate {candidate} is not written as the format has it.',
    'profile-erased':
      'The profile of candidate {candidate} was erased, as an entry says. Votes stay as they are.',

    'few-voters': '{voters} voters only: below {few}, one may guess who chose what.',
    'tier-unanimous':
      'All {ballots} ballots of “{tier}” chose the same: everybody knows what those voters chose.',
  },
  terms: {
    counted: 'that count',
    review: 'under review',
    invalidated: 'that do not count',
    always: 'shown always',
    'until-voted': 'hidden until one has voted',
    'until-close': 'hidden until the close',
    device: 'device',
    elected: 'elected',
    tie: 'a tie',
    'no-quorum': 'too few ballots',
    'no-ballots': 'nobody',
  },
};
