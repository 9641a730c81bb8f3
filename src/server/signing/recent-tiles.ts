import type { ReadHashes } from '../../log/proof.js';
import { TILE_WIDTH } from '../../log/tiles.js';

/** Full tiles kept, 8 kB each. */
const KEPT = 512;

/** Full tiles never change: those that were read lately are kept, the one that was not asked for longest goes. */
export function recentTiles(read: ReadHashes, kept = KEPT): ReadHashes {
  const tiles = new Map<string, Promise<readonly Uint8Array[]>>();
  return (level, from, to) => {
    if (to - from < TILE_WIDTH) return read(level, from, to);
    const name = `${level}/${from}`;
    const known = tiles.get(name);
    const tile = known ?? read(level, from, to);
    tiles.delete(name);
    tiles.set(name, tile);
    if (known) return tile;
    tile.catch(() => tiles.delete(name));
    const [oldest] = tiles.keys();
    if (tiles.size > kept && oldest !== undefined) tiles.delete(oldest);
    return tile;
  };
}
