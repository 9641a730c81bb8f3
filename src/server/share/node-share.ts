import type { ReadPhoto, ShareOptions } from './pictures.js';

/** Pictures for shared links, drawn in Node. What draws them is loaded with the first one. */
export const nodeShare = (photo?: ReadPhoto): ShareOptions => ({
  draw: async (...poster) => (await import('./node-draw.js')).drawPoster(...poster),
  ...(photo && { photo }),
});
