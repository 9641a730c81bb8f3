/** Options that several commands have, and how commands speak. */
import { Option } from 'commander';
import { originName } from './arguments.js';

export const data = () =>
  new Option('--data <folder>', 'where the database and the secret are kept').default('./data');
export const databaseUrl = () =>
  new Option('--database-url <url>', 'a Postgres database, instead of the SQLite one in the data folder').env(
    'DATABASE_URL',
  );

export const name = () =>
  new Option('--name <host>', "the organiser's name in the logs that are begun here: vote.brand.example")
    .default('voix.local')
    .argParser(originName);
export const key = () => new Option('--key <file>', 'the key that signs the logs').default('log.key');

export function example(...lines: string[]): string {
  return `\n${lines.length > 1 ? 'Examples' : 'Example'}:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
