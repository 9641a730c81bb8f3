import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Election } from '../../src/model/election.js';
import { parseElectionFile } from '../../src/protocol/election-file.js';
import { parseStory } from '../../src/simulate/story.js';

const FOLDER = 'demo/campaign';

/** The elections of the demo campaign. */
export const elections: readonly Election[] = readdirSync(join(FOLDER, 'elections')).map((name) => {
  const read = parseElectionFile(readFileSync(join(FOLDER, 'elections', name), 'utf8'));
  if (!read.ok) throw new Error(`${name}: ${read.findings[0]?.message}`);
  return read.value.election;
});

const read = parseStory(readFileSync(join(FOLDER, 'story.yaml'), 'utf8'));
if (!read.ok) throw new Error(`story.yaml: ${read.findings[0]?.message}`);
/** How they end. */
export const story = read.value;
