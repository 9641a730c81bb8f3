import type { Random } from './random.js';

/**
 * Any order, each as likely as the others (Fisher and Yates), but that the items of one owner stay in theirs: a
 * voter's last ballot is the one that counts.
 */
export function shuffled<T>(items: readonly T[], ownerOf: (item: T) => string, random: Random): T[] {
  const owners = items.map(ownerOf);
  for (let i = owners.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [owners[i], owners[j]] = [owners[j] as string, owners[i] as string];
  }
  const queues = new Map<string, T[]>();
  for (const item of items) {
    const queue = queues.get(ownerOf(item));
    if (queue) queue.push(item);
    else queues.set(ownerOf(item), [item]);
  }
  return owners.map((owner) => queues.get(owner)?.shift() as T);
}
