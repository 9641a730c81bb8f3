import ts from 'typescript';

/**
 * What every platform has besides the language: the only names that pure code may use.
 * As the WHATWG's URL, Encoding and HTML (`btoa`) standards and the W3C's WebCrypto describe them, as far as they
 * are used.
 */
const EVERYWHERE = `
declare class URL {
  constructor(url: string, base?: string | URL);
  static canParse(url: string, base?: string | URL): boolean;
  readonly href: string; readonly origin: string; readonly protocol: string;
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

/** Compiles files without the types of Node and, where `dom` is false, of the DOM; gives what the compiler says. */
export function complaints(files: ReadonlyMap<string, string>, { dom = false } = {}): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, '.');
  const lib = ['lib.es2023.d.ts', ...(dom ? ['lib.dom.d.ts', 'lib.dom.iterable.d.ts'] : [])];
  const given = new Map([...files, ...(dom ? [] : [['everywhere.d.ts', EVERYWHERE] as const])]);
  const host = ts.createCompilerHost({});
  const { readFile, fileExists } = host;
  host.readFile = (path) => given.get(path) ?? readFile(path);
  host.fileExists = (path) => given.has(path) || fileExists(path);
  const program = ts.createProgram([...given.keys()], { ...options, lib, types: [] }, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
