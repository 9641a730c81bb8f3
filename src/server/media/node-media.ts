import type { Media } from './media.js';
import { mediaFolder } from './node-folder.js';

/** Media kept in a folder. What reads pictures is loaded with the first one. */
export const nodeMedia = (folder: string): Media => ({
  store: mediaFolder(folder),
  develop: async (picture) => (await import('./node-images.js')).develop(picture),
});
