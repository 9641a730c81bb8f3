/** Where a line of a compiled file came from: stacks name the sources, and no process reads a map until it fails. */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join, relative } from 'node:path';

const maps = new Map<string, SourceMap>();

function mapOf(file: string): SourceMap {
  const map =
    maps.get(file) ?? new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  maps.set(file, map);
  return map;
}

/** A place in a compiled file, as stacks and the test runner name it. */
const PLACE = /(?:file:\/\/)?(?:[^\s()'"]*\/)?(compiled\/[^\s()'":]+\.js):(\d+):(\d+)/g;

/** A line of output in which places in compiled files are those of the sources. */
export function sourced(line: string): string {
  return line.replace(PLACE, (place, file: string, row: string, column: string) => {
    try {
      const entry = mapOf(file).findEntry(Number(row) - 1, Number(column) - 1);
      if (!('originalSource' in entry)) return place;
      const source = relative('.', join(dirname(file), entry.originalSource));
      return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    } catch {
      return place;
    }
  });
}
