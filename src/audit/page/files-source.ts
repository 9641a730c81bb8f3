/** Logs among files that somebody opened: a folder that `voix publish` wrote, or a folder of those. */
import { MAX_FILE, Unreachable, type Source } from '../source.js';

export interface OpenedFile {
  /** From the folder that was opened: `published/bakery/checkpoint`. */
  readonly path: string;
  readonly file: File;
}

/** @throws Unreachable where there is none */
export function sourcesIn(files: readonly OpenedFile[]): Source[] {
  const byPath = new Map(files.map(({ path, file }) => [path, file]));
  const logs = [...byPath.keys()]
    .filter((path) => path === 'checkpoint' || path.endsWith('/checkpoint'))
    .map((path) => path.slice(0, -'checkpoint'.length))
    .sort();
  if (logs.length === 0) throw new Unreachable('checkpoint');
  return logs.map((folder) => ({
    name: folder.replace(/\/$/, ''),
    read: async (path) => {
      const file = byPath.get(folder + path);
      if (!file) return undefined;
      if (file.size > MAX_FILE) throw new Unreachable(folder + path);
      return new Uint8Array(await file.arrayBuffer());
    },
  }));
}

/** Of an input that takes folders. */
export const chosenFiles = (list: FileList): OpenedFile[] =>
  [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** Of what was dropped: files, and folders to their depth. */
export async function droppedFiles(items: DataTransferItemList): Promise<OpenedFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return (await Promise.all(entries.map(filesBelow))).flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<OpenedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: OpenedFile[] = [];
  // A reader gives a part of the folder each time, and nothing at its end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    for (const files of await Promise.all(some.map(filesBelow))) for (const file of files) found.push(file);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
