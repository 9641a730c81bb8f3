import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * What every platform has besides the language: the only names that pure code may use.
 * As the WHATWG's URL, Encoding and HTML (`btoa`) standards and the W3C's WebCrypto describe them, as far as they
 * are used.
 */
const EVERYWHERE = `
declare class URL {
  constructor(url: string, base?: string | URL);
  static canParse(url: string, base?: string | URL): boolean;
  readonly href: string; port: string; readonly origin: string; readonly protocol: string;
  readonly username: string; readonly password: string; readonly hostname: string; readonly pathname: string;
  readonly searchParams: { get(name: string): string | null };
}
interface Blob { readonly size: number; readonly type: string; }
interface AbortSignal { readonly aborted: boolean; }
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { readonly written: number };
}
declare class TextDecoder {
  constructor(label: 'utf-8', options: { fatal: true; ignoreBOM: true });
  decode(bytes: Uint8Array): string;
}
declare function btoa(latin1: string): string;
interface CryptoKey { readonly type: string; }
declare const crypto: {
  getRandomValues(into: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  readonly subtle: {
    importKey(
      format: 'raw' | 'pkcs8', key: Uint8Array<ArrayBuffer>, algorithm: 'Ed25519', extractable: boolean,
      usages: ('sign' | 'verify')[],
    ): Promise<CryptoKey>;
    exportKey(format: 'jwk', key: CryptoKey): Promise<{ x?: string }>;
    sign(algorithm: 'Ed25519', key: CryptoKey, message: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
    verify(
      algorithm: 'Ed25519', key: CryptoKey, signature: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>,
    ): Promise<boolean>;
  };
};`;

const COMPILER = 'node_modules/typescript-native/bin/tsc';

/**
 * Compiles files without the types of Node and, where `dom` is false, of the DOM; gives what the compiler says.
 * @param files paths from the root
 * @param more text by path, of files that are not there
 */
export function complaints(
  files: readonly string[],
  { dom = false, more = {} }: { dom?: boolean; more?: Readonly<Record<string, string>> } = {},
): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'voix-compiled-'));
  try {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const written = Object.entries({ ...more, ...(!dom && { 'everywhere.d.ts': EVERYWHERE }) });
    for (const [path, text] of written) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const config = {
      extends: resolve('tsconfig.json'),
      compilerOptions: { lib: ['ES2023', ...(dom ? ['DOM', 'DOM.Iterable'] : [])], types: [] },
      files: [...files.map((file) => resolve(file)), ...written.map(([path]) => path)],
      include: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const { stdout, stderr } = spawnSync(process.execPath, [
      COMPILER,
      '-p',
      folder,
      '--pretty',
      'false',
      '--singleThreaded',
    ]);
    return `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
