import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Election } from '../../src/model/election.js';
import { RULES } from '../support/rules.js';

const HOUR = 3_600_000;
const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

/** An election in which one can vote now, and may change one's mind. */
export const openElection = (changes: Partial<Election> = {}): Election => ({
  id: 'bakery',
  lang: 'en',
  title: 'Who will be our customers’ president?',
  brand: { id: 'bakery', name: 'The Bakery' },
  calendar: { voting: at(-24), counting: at(24), timeZone: 'Europe/Paris' },
  rules: RULES,
  candidates: [
    { id: 'amina', name: 'Amina Belkacem' },
    { id: 'bruno', name: 'Bruno "Pain" Costa, baker' },
    { id: 'chloe', name: '=1+1' },
  ],
  ...changes,
});

/** Writes an election file, in JSON. */
export async function writeElection(folder: string, election: Election): Promise<string> {
  const file = join(folder, `${election.id}.json`);
  await writeFile(file, JSON.stringify({ ...election, origins: ['*'] }, null, 2));
  return file;
}
