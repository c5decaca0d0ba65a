// Valid YAML that nobody would want to read: any indentation, blanks, blank lines, comments, block
// scalars, quotes and brackets over several lines, in both kinds of line breaks.
import fc from 'fast-check';

type Tree = string | readonly Tree[] | Readonly<Record<string, unknown>>;

const scalar = fc.constantFrom(
  'v1',
  '10.0.0.0/24',
  '86400',
  '"a: b"',
  "'#'",
  '!secret x',
  '-1',
  'true',
  '😀',
  '"c\\ "',
  'a - b',
);
const key = fc.constantFrom('a', 'psk', 'name', '"q k"', 'x-1', '名', 'vpn_connection');
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    scalar,
    fc.dictionary(key, tie('tree') as fc.Arbitrary<unknown>, { minKeys: 1, maxKeys: 4 }),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
  ),
}));

/** A file of one or two untidy documents. */
export const untidyText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4 }), { minLength: 1, maxLength: 2 }),
    fc.array(fc.nat(1 << 20), { minLength: 40, maxLength: 40 }),
    fc.boolean(),
  )
  .map(([documents, dice, isWindows]) => {
    const printer = new UntidyPrinter(dice);
    const text = documents
      .map((each) => printer.block(each as Tree, printer.pick(0, 0, 3)))
      .join(`---${printer.pick('', ' ', ' # c')}\n${printer.blankLines()}`);
    return isWindows ? text.replaceAll('\n', '\r\n') : text;
  });

class UntidyPrinter {
  readonly #dice: readonly number[];
  #at = 0;

  constructor(dice: readonly number[]) {
    this.#dice = dice;
  }

  pick<T>(...choices: readonly T[]): T {
    const value = this.#dice[this.#at++ % this.#dice.length]! + this.#at;
    return choices[value % choices.length]!;
  }

  blankLines(): string {
    return this.pick('', '', '', '\n', '   \n\n\n', '\n\n');
  }

  /** A tree as lines from `column` on; each ends with a line break. */
  block(tree: Tree, column: number): string {
    if (typeof tree === 'string') return `${' '.repeat(column)}${this.#scalar(tree, column)}`;
    const entries = Array.isArray(tree)
      ? tree.map((item: Tree) => this.#item(item, column))
      : Object.entries(tree).map(([name, value]) => this.#entry(name, value as Tree, column));
    return entries.map((entry) => `${this.#above(column)}${' '.repeat(column)}${entry}`).join('');
  }

  #above(column: number): string {
    const comment = this.pick('', '', '', `${' '.repeat(column)}#c  d \n`, '# e\n', '      # f\n');
    return this.blankLines() + comment;
  }

  #item(item: Tree, column: number): string {
    const inside = column + 1 + this.pick(1, 1, 3);
    if (typeof item === 'string')
      return `-${' '.repeat(inside - column - 1)}${this.#scalar(item, column)}`;
    if (this.pick(0, 0, 1) === 1) return `- ${this.#flow(item, column)}${this.#lineEnd()}`;
    const lines = this.#withoutFirstIndentation(item, inside);
    return this.pick(0, 0, 1) === 1
      ? `-${this.#lineEnd()}${this.block(item, inside)}`
      : `-${' '.repeat(inside - column - 1)}${lines}`;
  }

  /** The lines of a block that goes on behind a dash: no comment and no blank line above its first. */
  #withoutFirstIndentation(tree: Exclude<Tree, string>, column: number): string {
    const [first = '', ...rest] = Array.isArray(tree)
      ? tree.map((item: Tree) => this.#item(item, column))
      : Object.entries(tree).map(([name, value]) => this.#entry(name, value as Tree, column));
    return [
      first,
      ...rest.map((entry) => `${this.#above(column)}${' '.repeat(column)}${entry}`),
    ].join('');
  }

  #entry(name: string, value: Tree, column: number): string {
    const colon = `${name}${this.pick('', '', ' ')}:`;
    if (typeof value === 'string')
      return `${colon}${this.pick(' ', ' ', '   ')}${this.#scalar(value, column)}`;
    if (this.pick(0, 0, 1) === 1) return `${colon} ${this.#flow(value, column)}${this.#lineEnd()}`;
    const anchor = this.pick('', '', `  &a${this.#at}`);
    const step = Array.isArray(value) ? this.pick(0, 2, 4) : this.pick(1, 2, 4, 7);
    return `${colon}${anchor}${this.#lineEnd()}${this.block(value, column + step)}`;
  }

  /** A scalar and the end of its line. In YAML it may go on below, as long as it is indented. */
  #scalar(value: string, column: number): string {
    const further = ' '.repeat(column + this.pick(1, 2, 5));
    const multiline = this.pick(0, 0, 0, 0, 1, 2, 3, 4, 5);
    if (multiline === 1) return `plain text\n${further}goes\n\n${further}- on${this.#lineEnd()}`;
    if (multiline === 2) return `"quoted \n${further}text\\ \n   \n${further}x "${this.#lineEnd()}`;
    if (multiline > 2) {
      const header = `${this.pick('|', '>')}${this.pick('', '-', '+')}`;
      return `${header}\n${further}a:  1 \n\n${further}   # b\n${this.pick('', '\n\n', ' \n')}`;
    }
    return `${value}${this.#lineEnd()}`;
  }

  #flow(tree: Tree, column: number): string {
    if (typeof tree === 'string') return tree;
    const separator = this.pick(', ', ',', ' ,  ', `,\n${' '.repeat(column + 3)}`);
    const [pad, end] = [this.pick('', ' ', `\n${' '.repeat(column + 1)}`), this.pick('', '  ')];
    if (Array.isArray(tree)) {
      const items = tree.map((item: Tree) => this.#flow(item, column + 1));
      return `[${pad}${items.join(separator)}${end}]`;
    }
    const entries = Object.entries(tree).map(
      ([name, value]) => `${name}:${this.pick(' ', '  ')}${this.#flow(value as Tree, column + 1)}`,
    );
    return `{${pad}${entries.join(separator)}${end}}`;
  }

  #lineEnd(): string {
    return this.pick('\n', '\n', '  \n', ' # c\n', '    #  d \n');
  }
}
