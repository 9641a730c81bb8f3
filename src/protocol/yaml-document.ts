import { Composer, Lexer, LineCounter, Parser, type CST, type Document } from 'yaml';
import { MOST_PROBLEMS, notAsWritten, problemsOf, type TextProblem } from './yaml-problems.js';

/** What an election file can have at most, with room to spare; the rest is a mistake, or meant to do harm. */
const MOST = { characters: 8_000_000, lexemes: 400_000, nesting: 40, keys: 100 };

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
    if (errors > MOST_PROBLEMS) break;
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
  if (document.errors.length > 0) return { problems: problemsOf(text, document, lines), lines };
  if (second)
    return refuse('A second document begins here (`---`): one file describes one election.', second.range[0]);
  const problems = notAsWritten(text, document);
  return problems.length > 0 ? { problems, lines } : { document, lines };
}

/** The reader holds every key against all others of its group. */
function keysOf(token: CST.Token | undefined): number {
  if (token?.type === 'block-map') return token.items.length;
  return token?.type === 'flow-collection' && token.start.source === '{' ? token.items.length : 0;
}
