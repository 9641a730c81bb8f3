import { ERRORS, ElectionError } from '../model/errors.js';

/** What a command says before it gives up: a sentence, with no stack and nothing to look up. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** One sentence for whatever was thrown, with the stable code where there is one. */
export function sentenceOf(thrown: unknown): string {
  if (thrown instanceof ElectionError) {
    const { code, detail } = thrown;
    // What the sentence of `storage-failed` says is for voters; the detail says what an operator can mend.
    if (code === 'storage-failed' && detail) return `${detail} [${code}]`;
    return `${ERRORS[code]}${detail ? ` (${detail})` : ''} [${code}]`;
  }
  if (!(thrown instanceof Error)) return String(thrown);
  const { code, path } = thrown as NodeJS.ErrnoException;
  const say = code === undefined ? undefined : SYSTEM[code];
  return say && path !== undefined ? say(path) : thrown.message;
}

const SYSTEM: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file or folder ${path}.`,
  EACCES: (path) => `${path} may not be read or written by this user.`,
  EPERM: (path) => `${path} may not be read or written by this user.`,
  EEXIST: (path) => `${path} is there already; nothing was written over.`,
  EISDIR: (path) => `${path} is a folder; a file is needed here.`,
  ENOTDIR: (path) => `${path} is a file, or lies in one; a folder is needed here.`,
  ENOSPC: (path) => `There is no room left on the disk for ${path}.`,
  EROFS: (path) => `${path} lies on a disk that cannot be written to.`,
};
