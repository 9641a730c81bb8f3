import { createContext } from '@lit/context';
import type { Snapshot } from '../../model/snapshot.js';

/** Keyed by a name, so that elements of two copies of the script understand one another. */
export const snapshotContext = createContext<Snapshot>('voix-snapshot');
