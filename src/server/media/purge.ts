/**
 * Photos and videos that nobody speaks of go: abandoned before they were sent, replaced, or left behind by a process that
 * was killed.
 */
import type { MediaStore } from './media.js';

const DAY = 86_400_000;
/** Milliseconds after which what nobody speaks of goes: a draft may wait for a week on somebody's phone. */
const KEPT = 7 * DAY;
/**
 * Milliseconds in which something may be spoken of for the first time. A day less: what is about to go is not spoken of
 * meanwhile, by whichever process.
 */
const NAMEABLE = 6 * DAY;

/** What the names begin with that are made here; a bucket may hold other things. */
const ID = /^([0-9a-f]{32})[-.]/;

/** Takes these away at once, by their ids. @returns how many files have gone */
export async function removeMedia(store: MediaStore, ids: ReadonlySet<string>): Promise<number> {
  let gone = 0;
  for await (const { name } of store.list()) {
    if (!ids.has(ID.exec(name)?.[1] ?? '')) continue;
    await store.remove(name);
    gone++;
  }
  return gone;
}

/** Whether it is kept, and may be spoken of for the first time. */
export async function isNameable(store: MediaStore, name: string, now: number): Promise<boolean> {
  const at = await store.keptAt(name);
  return at !== undefined && now - at < NAMEABLE;
}

/**
 * @param named the ids that are spoken of, asked after the store was looked through
 * @param now by the store's clock, ms since 1970
 * @returns how many files have gone
 */
export async function purge(
  store: MediaStore,
  named: () => Promise<ReadonlySet<string>>,
  now: number,
): Promise<number> {
  const media = new Map<string, { readonly names: string[]; newest: number }>();
  for await (const { name, at } of store.list()) {
    const id = ID.exec(name)?.[1];
    if (id === undefined) continue;
    const medium = media.get(id) ?? { names: [], newest: 0 };
    medium.names.push(name);
    // A video that is still being sent has new pieces beside its old ones.
    medium.newest = Math.max(medium.newest, at);
    media.set(id, medium);
  }
  const old = [...media].filter(([, { newest }]) => now - newest >= KEPT);
  if (old.length === 0) return 0;
  const spared = await named();
  const going = old.flatMap(([id, { names }]) => (spared.has(id) ? [] : names));
  for (const name of going) await store.remove(name);
  return going.length;
}
