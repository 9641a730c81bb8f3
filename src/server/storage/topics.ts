/**
 * What is kept besides elections and ballots, a topic a file. Each has reads and writes, written once for both
 * databases; a write is one transaction. Arguments and results are plain data: they cross to another thread.
 */
import type { Dialect } from './migrations.js';
import type { Db } from './log-writes.js';
import { candidaciesTopic } from './topics/candidacies.js';
import { campaignTopic } from './topics/campaign.js';
import { hiddenTopic } from './topics/hidden.js';
import { mailsTopic } from './topics/mails.js';
import { mandateTopic } from './topics/mandate.js';
import { mediaTopic } from './topics/media.js';
import { newsTopic } from './topics/news.js';
import { peopleTopic } from './topics/people.js';
import { queueTopic } from './topics/queue.js';
import { questionsTopic } from './topics/questions.js';
import { reportsTopic } from './topics/reports.js';
import { retentionTopic } from './topics/retention.js';
import { signInsTopic } from './topics/sign-ins.js';
import { enter, trailTopic, type Entry } from './topics/trail.js';
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

const TOPICS = {
  candidacies: candidaciesTopic,
  news: newsTopic,
  questions: questionsTopic,
  campaign: campaignTopic,
  mandate: mandateTopic,
  people: peopleTopic,
  signIns: signInsTopic,
  trail: trailTopic,
  media: mediaTopic,
  reports: reportsTopic,
  hidden: hiddenTopic,
  retention: retentionTopic,
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

type AllTopics = {
  readonly [Name in TopicName]: AllAsked<(typeof TOPICS)[Name]['reads']> &
    AllAsked<(typeof TOPICS)[Name]['writes']>;
};

/** Each method rejects with an `ElectionError`: the task's own, or `storage-failed`. */
export interface Topics extends AllTopics {
  /**
   * The same; but what is written is entered into the trail in the same transaction, so that there is neither
   * without the other. A write that gives back nothing, or that there were none, is not entered.
   */
  entering(entry: Entry): Topics;
}

/** How a storage does a task: a read anywhere, a write where it writes. */
export interface Doing {
  read(task: (work: Work) => Promise<unknown>): Promise<unknown>;
  write(topic: TopicName, task: string, args: readonly unknown[], entry?: Entry): Promise<unknown>;
}

export function topicsOf({ read, write }: Doing, entry?: Entry): Topics {
  const topics = Object.entries(TOPICS).map(([topic, { reads, writes }]) => {
    const asReads = Object.entries(reads).map(([name, task]) => [
      name,
      (...args: never[]) => read((work) => (task as Task)(work, ...args)),
    ]);
    const asWrites = Object.keys(writes).map((name) => [
      name,
      (...args: never[]) => write(topic as TopicName, name, args, entry),
    ]);
    return [topic, Object.fromEntries([...asReads, ...asWrites])];
  });
  const entering = (next: Entry): Topics => topicsOf({ read, write }, next);
  return { ...(Object.fromEntries(topics) as AllTopics), entering };
}

/** The write of that name, to be done in a transaction, with what is entered of it. */
export function writeOf(topic: TopicName, name: string, args: readonly unknown[], entry?: Entry) {
  const task = (TOPICS[topic].writes as Readonly<Record<string, Task>>)[name];
  if (!task) throw new Error(`there is no write ${topic}.${name}`);
  return async (work: Work): Promise<unknown> => {
    const written = await task(work, ...(args as never[]));
    if (written !== undefined && written !== false && written !== 0) await enterWith(work.db, entry);
    return written;
  };
}

/** Enters what is done in this transaction, where it is to be entered. */
export async function enterWith(db: Db, entry: Entry | undefined): Promise<void> {
  if (entry) await enter({ db }, entry.by, entry.deed, entry.at);
}
