import ts from 'typescript';

/**
 * What every platform has besides the language: the only names that pure code may use.
 * As the WHATWG URL standard describes them, as far as they are used.
 */
const EVERYWHERE = `
declare class URL {
  constructor(url: string, base?: string | URL);
  static canParse(url: string, base?: string | URL): boolean;
  readonly href: string; readonly origin: string; readonly protocol: string;
  readonly username: string; readonly password: string;
}`;

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
