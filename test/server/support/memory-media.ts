import type { Mailer } from '../../../src/server/mail/mailer.js';
import { ElectionError } from '../../../src/model/errors.js';
import type { Media } from '../../../src/server/media/media.js';

/** Where videos are kept that no folder keeps; it reads no picture. */
export function memoryMedia(): Media {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly at: number }>();
  return {
    develop: () => Promise.reject(new ElectionError('photo-unreadable')),
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
