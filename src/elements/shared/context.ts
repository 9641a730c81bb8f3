import { ContextRoot, createContext } from '@lit/context';
import type { Snapshot } from '../../model/snapshot.js';

/** Keyed by a name, so that elements of two copies of the script understand one another. */
export const snapshotContext = createContext<Snapshot>('voix-snapshot');

/** Remembers those who asked before their provider was there: scripts and tags may come in any order. */
new ContextRoot().attach(document.documentElement);
