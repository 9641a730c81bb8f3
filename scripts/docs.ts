/** Writes the README's tables from the code: `npm run docs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readmeFrom } from './docs/readme.js';

writeFileSync('README.md', readmeFrom(readFileSync('README.md', 'utf8')));
