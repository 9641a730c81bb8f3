import { readdirSync, readFileSync } from 'node:fs';
import type { Election } from '../../src/model/election.js';
import { parseElectionFile } from '../../src/protocol/election-file.js';
import { parseStory } from '../../src/simulate/story.js';

const folder = new URL('../../demo/campaign/', import.meta.url);

/** The elections of the demo campaign. */
export const elections: readonly Election[] = readdirSync(new URL('elections/', folder)).map((name) => {
  const read = parseElectionFile(readFileSync(new URL(`elections/${name}`, folder), 'utf8'));
  if (!read.ok) throw new Error(`${name}: ${read.findings[0]?.message}`);
  return read.value.election;
});

const read = parseStory(readFileSync(new URL('story.yaml', folder), 'utf8'));
if (!read.ok) throw new Error(`story.yaml: ${read.findings[0]?.message}`);
/** How they end. */
export const story = read.value;
