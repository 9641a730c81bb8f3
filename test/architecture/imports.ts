import { isBuiltin } from 'node:module';
import { dirname, posix } from 'node:path';
import ts from 'typescript';

/** How one file asks for another: at once, when it is needed, or only to know its types. */
export type Manner = 'at once' | 'lazily' | 'types';

export interface Import {
  /** A path from the root (`src/model/phase.ts`), a package (`lit`), `node:fs`, or an entry of ours (`voix/server`). */
  readonly target: string;
  readonly manner: Manner;
  /** From 1. */
  readonly line: number;
  /** `export … from`: it hands on what is another file's. */
  readonly handsOn: boolean;
}

/** A comment imports nothing, and there is as much of them as of code. */
const WITHOUT_COMMENTS: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

/** Everything that a file imports. An `import()` of something that is not written out is called `?`. */
export function importsOf(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, text, WITHOUT_COMMENTS);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, manner: Manner, handsOn = false): void => {
    const written = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : '?';
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ target: targetOf(file, written), manner, line, handsOn });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === TYPE ? 'types' : 'at once');
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node, node.moduleSpecifier, node.isTypeOnly ? 'types' : 'at once', true);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, 'types');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, node.arguments[0], 'lazily');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const TYPE = ts.SyntaxKind.TypeKeyword;

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(dirname(file), specifier).replace(/\.js$/, '.ts');
  if (isBuiltin(specifier)) return `node:${specifier.replace(/^node:/, '')}`;
  const [scope = '', name = ''] = specifier.split('/');
  if (scope === 'voix') return specifier;
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
