/**
 * What is kept besides elections and ballots, a topic a file. Each has reads and writes, written once for both
 * databases; a write is one transaction. Arguments and results are plain data: they cross to another thread.
 */
import type { Dialect } from './migrations.js';
import type { Db } from './log-writes.js';
import { candidaciesTopic } from './topics/candidacies.js';
import { campaignTopic } from './topics/campaign.js';
import { mailsTopic } from './topics/mails.js';
import { mandateTopic } from './topics/mandate.js';
import { mediaTopic } from './topics/media.js';
import { newsTopic } from './topics/news.js';
import { peopleTopic } from './topics/people.js';
import { queueTopic } from './topics/queue.js';
import { questionsTopic } from './topics/questions.js';
import { signInsTopic } from './topics/sign-ins.js';
import { trailTopic } from './topics/trail.js';
import { webhooksTopic } from './topics/webhooks.js';

/** What a read or a write works with. */
export interface Work {
  readonly db: Db;
  readonly dialect: Dialect;
  /** Ms since 1970. */
  readonly now: number;
}

type Task = (work: Work, ...args: never[]) => Promise<unknown>;

interface Topic {
  readonly reads: Readonly<Record<string, Task>>;
  readonly writes: Readonly<Record<string, Task>>;
}

export const TOPICS = {
  candidacies: candidaciesTopic,
  news: newsTopic,
  questions: questionsTopic,
  campaign: campaignTopic,
  mandate: mandateTopic,
  people: peopleTopic,
  signIns: signInsTopic,
  trail: trailTopic,
  media: mediaTopic,
  mails: mailsTopic,
  webhooks: webhooksTopic,
  queue: queueTopic,
} as const satisfies Record<string, Topic>;
export type TopicName = keyof typeof TOPICS;

/** A task as its callers see it. */
type Asked<T> = T extends (work: Work, ...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : never;
type AllAsked<T> = { readonly [Name in keyof T]: Asked<T[Name]> };

/** Each method rejects with an `ElectionError`: the task's own, or `storage-failed`. */
export type Topics = {
  readonly [Name in TopicName]: AllAsked<(typeof TOPICS)[Name]['reads']> &
    AllAsked<(typeof TOPICS)[Name]['writes']>;
};

/** How a storage does a task: a read anywhere, a write where it writes. */
export interface Doing {
  read(task: (work: Work) => Promise<unknown>): Promise<unknown>;
  write(topic: TopicName, task: string, args: readonly unknown[]): Promise<unknown>;
}

export function topicsOf({ read, write }: Doing): Topics {
  const topics = Object.entries(TOPICS).map(([topic, { reads, writes }]) => {
    const asReads = Object.entries(reads).map(([name, task]) => [
      name,
      (...args: never[]) => read((work) => (task as Task)(work, ...args)),
    ]);
    const asWrites = Object.keys(writes).map((name) => [
      name,
      (...args: never[]) => write(topic as TopicName, name, args),
    ]);
    return [topic, Object.fromEntries([...asReads, ...asWrites])];
  });
  return Object.fromEntries(topics) as Topics;
}

/** The write of that name, to be done in a transaction. */
export function writeOf(topic: TopicName, name: string, args: readonly unknown[]) {
  const task = (TOPICS[topic].writes as Readonly<Record<string, Task>>)[name];
  if (!task) throw new Error(`there is no write ${topic}.${name}`);
  return (work: Work): Promise<unknown> => task(work, ...(args as never[]));
}
