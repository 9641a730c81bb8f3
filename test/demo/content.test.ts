/** The demo campaign is whole: what it promises is there, and every reference leads somewhere. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { portrait, type Sitter } from '../../demo/campaign/portraits.js';
import type { Election } from '../../src/model/election.js';

type Votes = Readonly<Record<string, number>>;
type Told = Votes | { readonly ballots: number; readonly marks: Votes };

const at = (path: string): string => `demo/campaign/${path}`;
const read = (path: string): unknown => parse(readFileSync(at(path), 'utf8'));

const files = readdirSync(at('elections'));
const elections = files.map((file) => read(`elections/${file}`) as Election);
const story = (read('story.yaml') as { readonly elections: Readonly<Record<string, Told>> }).elections;
const sitters = read('sitters.yaml') as Readonly<Record<string, Readonly<Record<string, Sitter>>>>;

const isApproval = (told: Told): told is { ballots: number; marks: Votes } =>
  typeof told['marks'] === 'object';
const marksOf = (told: Told): Votes => (isApproval(told) ? told.marks : (told as Votes));
const sum = (votes: Votes): number => Object.values(votes).reduce((total, count) => total + count, 0);
const ballotsOf = (told: Told): number => (isApproval(told) ? told.ballots : sum(told as Votes));
const toldOf = (id: string): Told => story[id] ?? assert.fail(`the story does not tell ${id}`);
const candidatesOf = (election: Election): string[] =>
  election.candidates.map((candidate) => candidate.id).sort();
const by = (id: string): Election => elections.find((election) => election.id === id) ?? assert.fail(id);

/** A sentence ends with a point, a question mark or an ellipsis, inside a quotation or not. */
const sentences = (text: string): number => text.split(/(?<=[.!?…](?:\u00a0»)?)\s+/u).length;

test('twenty-one brands and eighty-four candidates, each with an id of its own', () => {
  assert.equal(elections.length, 21);
  assert.equal(new Set(elections.map((election) => election.id)).size, 21);
  assert.equal(new Set(elections.map((election) => election.brand.colour)).size, 21);
  const all = elections.flatMap((election) => election.candidates);
  assert.equal(all.length, 84);
  assert.equal(new Set(all.map((candidate) => candidate.id)).size, 84);
  assert.equal(new Set(all.map((candidate) => candidate.name)).size, 84);
  for (const { candidates } of elections) assert.ok(candidates.length >= 3 && candidates.length <= 7);
  files.forEach((file, i) => assert.equal(file, `${elections[i]?.id}.yaml`));
});

test('every candidate has a town, a slogan and a manifesto of three to six sentences, no two alike', () => {
  const all = elections.flatMap((election) => election.candidates);
  for (const { id, town, slogan, manifesto = '' } of all) {
    assert.ok(town && slogan, id);
    const count = sentences(manifesto);
    assert.ok(count >= 3 && count <= 6, `${id}: ${count} sentences`);
  }
  assert.equal(new Set(all.map((candidate) => candidate.manifesto)).size, 84);
  assert.equal(new Set(all.map((candidate) => candidate.slogan)).size, 84);
});

test('French is set as French: apostrophes are curved, and signs never stand alone on a line', () => {
  for (const file of files) {
    const text = readFileSync(at(`elections/${file}`), 'utf8');
    assert.doesNotMatch(text, /[\p{L}]'[\p{L}]/u, file);
    assert.doesNotMatch(text, / [;?!»]|« /u, file);
    assert.doesNotMatch(text, /[\p{L}»] :/u, file);
  }
});

test('every logo and every film that an election names is there', () => {
  for (const { brand, candidates } of elections) {
    assert.ok(existsSync(at(`..${brand.logo?.src ?? '/none'}`)), brand.id);
    for (const { video } of candidates) {
      if (video?.provider === 'file') assert.ok(existsSync(at(`..${video.id}`)), video.id);
    }
  }
});

test('every candidate sits for the portrait that the election names', () => {
  for (const { id, brand, candidates } of elections) {
    assert.deepEqual(
      Object.keys(sitters[id] ?? {}).sort(),
      candidates.map((candidate) => candidate.id).sort(),
    );
    for (const { id: name, photo } of candidates) {
      assert.equal(photo?.src, `/campaign/portraits/${id}-${name}.svg`);
      assert.ok(photo.alt, `${name} has no alternative text`);
      const sitter = sitters[id]?.[name] ?? assert.fail(name);
      const drawing = portrait(name, sitter, brand.colour ?? '#000000');
      assert.ok(
        drawing === portrait(name, sitter, brand.colour ?? '#000000'),
        `${name} is drawn twice alike`,
      );
      assert.ok(/^<svg [^>]*viewBox="[^"]*"/.test(drawing), name);
      assert.ok(!/<script|<style|style=|url\(|undefined/.test(drawing), name);
    }
  }
});

test('the rules are as varied as the campaign says', () => {
  const count = (holds: (election: Election) => boolean): number => elections.filter(holds).length;
  assert.equal(
    count(({ rules }) => rules.visibility === 'always'),
    9,
  );
  assert.equal(
    count(({ rules }) => rules.visibility === 'until-voted'),
    11,
  );
  assert.equal(
    count(({ rules }) => rules.visibility === 'until-close'),
    1,
  );
  assert.equal(
    count(({ rules }) => rules.method.kind === 'approval'),
    2,
  );
  assert.equal(
    count(({ rules }) => !rules.revote),
    3,
  );
  assert.equal(
    count(({ rules }) => !rules.confirm),
    1,
  );
  assert.equal(
    count(({ rules }) => rules.quorum > 0),
    1,
  );
});

test('the story tells every candidate of every election, and its ballots are 13,000', () => {
  assert.deepEqual(Object.keys(story).sort(), elections.map((election) => election.id).sort());
  for (const election of elections) {
    assert.deepEqual(Object.keys(marksOf(toldOf(election.id))).sort(), candidatesOf(election));
    assert.equal(isApproval(toldOf(election.id)), election.rules.method.kind === 'approval', election.id);
  }
  const total = Object.values(story).reduce((ballots, told) => ballots + ballotsOf(told), 0);
  assert.equal(total, 13_000);
});

test('the marks of an approval election fit on its ballots', () => {
  for (const { id, rules, candidates } of elections) {
    const told = toldOf(id);
    if (!isApproval(told) || rules.method.kind !== 'approval') continue;
    const max = rules.method.max ?? candidates.length;
    assert.ok(sum(told.marks) >= told.ballots && sum(told.marks) <= told.ballots * max, id);
    for (const marks of Object.values(told.marks)) assert.ok(marks <= told.ballots, id);
  }
});

test('the story has its runaway, its dead heat, its four votes and its missed quorum', () => {
  const shares = (id: string): number[] => Object.values(marksOf(toldOf(id))).sort((a, b) => b - a);
  assert.ok((shares('ondine')[0] ?? 0) > 0.6 * ballotsOf(toldOf('ondine')));
  assert.equal(shares('danseuse')[0], shares('danseuse')[1]);
  assert.equal(ballotsOf(toldOf('becarre')), 4);
  assert.ok(ballotsOf(toldOf('quenouille')) < by('quenouille').rules.quorum);
});
