import {
  Composer,
  Lexer,
  LineCounter,
  Parser,
  visit,
  type Alias,
  type CST,
  type Document,
  type ErrorCode,
} from 'yaml';

/** What an election file can have at most, with room to spare; the rest is a mistake, or meant to do harm. */
const MOST = { characters: 8_000_000, lexemes: 400_000, nesting: 40, keys: 100, errors: 20 };

/** A problem of the text itself, at an offset from its start. */
export interface TextProblem {
  readonly message: string;
  readonly offset: number;
}

export type ReadDocument =
  | { readonly document: Document.Parsed; readonly lines: LineCounter }
  | { readonly problems: readonly TextProblem[]; readonly lines: LineCounter };

/**
 * Reads YAML, and so JSON, with every node's position. Never throws, and takes time in proportion to
 * the text: what is too large, too deep or too wide is refused before anything recurses into it.
 */
export function readDocument(text: string): ReadDocument {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const refuse = (message: string, offset = 0): ReadDocument => ({ problems: [{ message, offset }], lines });
  if (text.length > MOST.characters)
    return refuse(`The file is too large: ${text.length} characters, ${MOST.characters} at most.`);

  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors++;
    }
    if (errors > MOST.errors) break;
    if (++lexemes > MOST.lexemes)
      return refuse('The file has too many parts to be an election.', parser.offset);
    if (parser.stack.length > MOST.nesting) return refuse('This is nested too deeply.', parser.offset);
    if (keysOf(parser.stack.at(-1)) > MOST.keys)
      return refuse('There are too many keys here.', parser.offset);
  }
  tokens.push(...parser.end());

  const composer = new Composer({ prettyErrors: false, stringKeys: true, logLevel: 'error' });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  if (!document) return refuse('The file is empty.');
  if (document.errors.length > 0) return { problems: problemsOf(document, lines), lines };
  if (second)
    return refuse('A second document begins here (`---`): one file describes one election.', second.range[0]);
  const alias = firstAlias(document);
  if (alias)
    return refuse(`Write it out here: \`*${alias.source}\` repeats another place.`, alias.range?.[0]);
  return { document, lines };
}

/** The first problem of each line: those that follow on the same line mostly come of it. */
function problemsOf(document: Document.Parsed, lines: LineCounter): TextProblem[] {
  const seen = new Set<number>();
  const first = document.errors.filter(({ pos: [offset] }) => {
    const { line } = lines.linePos(offset);
    return !seen.has(line) && seen.add(line);
  });
  return first
    .slice(0, MOST.errors)
    .map(({ code, message, pos: [offset] }) =>
      message.startsWith('Missing closing')
        ? { message: 'A quote opens here and does not close.', offset: openingBefore(document, offset) }
        : { message: SENTENCES[code] ?? `This cannot be read: ${message.slice(0, 200)}.`, offset },
    );
}

/** Where the quoted text begins that goes on at an offset. */
function openingBefore(document: Document.Parsed, offset: number): number {
  let opening = offset;
  visit(document, {
    Scalar(_key, { type, range }) {
      if (range && range[0] < offset && type?.startsWith('QUOTE')) opening = range[0];
    },
  });
  return opening;
}

/** The reader holds every key against all others of its group. */
function keysOf(token: CST.Token | undefined): number {
  if (token?.type === 'block-map') return token.items.length;
  return token?.type === 'flow-collection' && token.start.source === '{' ? token.items.length : 0;
}

/** Aliases are how a small file becomes a huge one; an election has no need of them. */
function firstAlias(document: Document.Parsed): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_key, alias) {
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'There is a tab here: indent with spaces.',
  DUPLICATE_KEY: 'This key is here twice: keep one of the two.',
  NON_STRING_KEY: 'A key is a plain word.',
  BLOCK_AS_IMPLICIT_KEY:
    'A text with a colon and a space in it needs quotes around it. If this is no text, the next line is indented too far.',
  MULTILINE_IMPLICIT_KEY: 'A colon is missing after a key, or a line is indented too far.',
  BAD_INDENT: 'This line does not start in the same column as its neighbours, or a bracket is not closed.',
  BAD_SCALAR_START: 'A text that starts with this character needs quotes around it.',
  UNEXPECTED_TOKEN:
    'This does not fit here: quotes around a text may be missing or not be closed, or the line is not indented as its neighbours.',
};
