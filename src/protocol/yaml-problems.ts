/** What YAML takes for something else than whoever wrote it meant, in their words. */
import { isScalar, visit, type Document, type ErrorCode, type LineCounter, type YAMLError } from 'yaml';

/** A problem of the text itself, at an offset from its start. */
export interface TextProblem {
  readonly message: string;
  readonly offset: number;
}

/** More of them help nobody. */
export const MOST_PROBLEMS = 20;

/** The first problem of each line: those that follow on the same line mostly come of it. */
export function problemsOf(text: string, document: Document.Parsed, lines: LineCounter): TextProblem[] {
  const seen = new Set<number>();
  const first = document.errors.filter(({ pos: [offset] }) => {
    const { line } = lines.linePos(offset);
    return !seen.has(line) && seen.add(line);
  });
  return first
    .slice(0, MOST_PROBLEMS)
    .map((error) =>
      error.message.startsWith('Missing closing')
        ? { message: 'A quote opens here and does not close.', offset: openingBefore(document, error.pos[0]) }
        : { message: sentenceFor(error, text), offset: error.pos[0] },
    );
}

function sentenceFor({ code, message, pos: [offset] }: YAMLError, text: string): string {
  if (code === 'UNEXPECTED_TOKEN' && text[offset - 1] === "'")
    return "The text in quotes ends before this. Write an apostrophe in it twice ('L''heure'), or put double quotes around the text.";
  if (code === 'UNEXPECTED_TOKEN' && text[offset - 1] === '"')
    return 'The text in quotes ends before this. Write a quote in it with a backslash: \\".';
  if (/KEY|CHAR/.test(code) && NO_BREAK.test(text.slice(offset).split('\n', 1)[0] ?? ''))
    return 'There is a no-break space beside the colon here: write an ordinary one after it, and none before.';
  const missing = MISSING.find(([what]) => message.startsWith(what));
  return missing?.[1] ?? SENTENCES[code] ?? `This cannot be read: ${message.slice(0, 200)}.`;
}

/** French puts one before a colon; there it is part of the key. */
const NO_BREAK = /^[^:]*(\u00a0:|:\u00a0)/;

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

/**
 * Where YAML would go on without some of the words, or with others. Aliases are how a small file becomes a huge one,
 * too, and an election has no need of them.
 */
export function notAsWritten(text: string, document: Document.Parsed): TextProblem[] {
  const problems: TextProblem[] = [];
  const add = (offset: number, message: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ offset, message });
  };
  for (const { code, pos } of document.warnings)
    if (code === 'TAG_RESOLVE_FAILED') add(pos[0], 'A text that starts with ! needs quotes around it.');
  const anchored: [offset: number, name: string][] = [];
  const aliases = new Set<string>();
  visit(document, {
    Alias(_key, { source, range }) {
      aliases.add(source);
      add(
        range?.[0] ?? 0,
        `Write it out here: \`*${source}\` repeats another place. If this is a text, it needs quotes around it.`,
      );
    },
    Value(_key, node) {
      const [from, to] = node.range ?? [0, 0];
      if (node.anchor !== undefined) anchored.push([text.lastIndexOf(`&${node.anchor}`, from), node.anchor]);
      if (!isScalar(node) || node.type !== 'PLAIN' || typeof node.value !== 'string') return;
      const [, space] = /^([ \t]+)#[^\s#]/.exec(text.slice(to, to + 100)) ?? [];
      if (space !== undefined && node.value !== '')
        add(
          to + space.length,
          'The text would end before this #. A text with it needs quotes around it; a comment, a space after it.',
        );
    },
  });
  for (const [offset, name] of anchored)
    if (!aliases.has(name)) add(offset, 'A text that starts with & needs quotes around it.');
  return problems.sort((a, b) => a.offset - b.offset);
}

const NOT_CLOSED = 'A bracket opens before this and does not close.';

/** By how the reader's own sentences begin, where one code stands for several. */
const MISSING: readonly (readonly [starts: string, sentence: string])[] = [
  ['Sequence item without', 'This line does not start in the same column as its neighbours.'],
  ['Implicit map keys', 'A colon and a space after it are missing here: `name: Amina`.'],
  ['Flow map', NOT_CLOSED],
  ['Flow sequence', NOT_CLOSED],
  ['Missing ,', 'A comma is missing before this.'],
];

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'There is a tab here: indent with spaces.',
  DUPLICATE_KEY:
    'This key is here twice: keep one of the two. In a list, each item begins with a hyphen: `- id: amina`.',
  NON_STRING_KEY: 'A key is a plain word.',
  BAD_ALIAS: 'A text that starts with * needs quotes around it: "*".',
  BAD_DQ_ESCAPE: 'Between double quotes, a backslash is written twice: \\\\.',
  BLOCK_AS_IMPLICIT_KEY:
    'A text with a colon and a space in it needs quotes around it. If this is no text, the next line is indented too far.',
  MULTILINE_IMPLICIT_KEY:
    'A colon is missing after a key, or the space after a colon, or a line is indented too far.',
  BAD_INDENT: 'This line does not start in the same column as its neighbours, or a bracket is not closed.',
  BAD_SCALAR_START: 'A text that starts with this character needs quotes around it.',
  UNEXPECTED_TOKEN:
    'This does not fit here: quotes around a text may be missing or not be closed, or the line is not indented as its neighbours.',
};
