import type { Mailer } from '../../../src/server/mail/mailer.js';
import type { Media } from '../../../src/server/media/media.js';
import { develop } from '../../../src/server/media/node-images.js';

/** Where photos and videos are kept that no folder keeps. */
export function memoryMedia(): Media {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly at: number }>();
  return {
    develop,
    store: {
      put: async (name, bytes) => void kept.set(name, { bytes, at: Date.now() }),
      get: async (name) => kept.get(name)?.bytes,
      keptAt: async (name) => kept.get(name)?.at,
      remove: async (name) => void kept.delete(name),
      async *list() {
        for (const [name, { at }] of kept) yield { name, at };
      },
    },
  };
}

/** Whose letters nobody reads. */
export const noMailer: Mailer = { delivery: 'folder', send: async () => undefined };
