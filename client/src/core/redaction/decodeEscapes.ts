// Undoes the escapes of JSON, JavaScript, HTML, URLs and quoted-printable, in any mixture and nesting:
// each encoder escapes other characters, so that a secret has more spellings than could be listed.

/** A text with some of its escapes undone. Each character is one byte of its UTF-8 form. */
export interface DecodedText {
  readonly text: string;
  /** Where in the original text each character begins; one more for the end. */
  readonly starts: Uint32Array;
}

/** So many layers of escapes are undone; text that is escaped more often is nobody's message. */
const maxLayers = 4;

/**
 * The text as it is after each layer of escapes, if there are any: of all kinds at once and, where
 * there are several kinds, of each by itself, because what looks like an escape may be a part of a
 * secret. The first one is decoded from quoted-printable if it can be that.
 */
export function decodings(original: string): readonly DecodedText[] {
  const kinds = escapes.filter(({ first }) => original.includes(first));
  const isQuoted = /=(?:\r?\n|[0-9A-F]{2})/.test(original);
  if (kinds.length === 0 && !isQuoted) return [];
  const text = toBytes(untouched(original));
  const quoted = isQuoted ? [rewrite(text, quotedPrintable, undoQuotedPrintable)] : [];
  return [
    ...quoted,
    ...[...quoted, text].flatMap((each) => layersOf(each, anyEscape)),
    ...(kinds.length > 1 ? kinds.flatMap(({ pattern }) => layersOf(text, pattern)) : []),
  ];
}

/** The UTF-8 form of a text, as it is searched for in decoded text, and the same without escapes. */
export function decodedForms(text: string): readonly string[] {
  const bytes = toBytes(untouched(text));
  const last = layersOf(bytes, anyEscape).at(-1);
  return [bytes.text, ...(last === undefined ? [] : [last.text])];
}

function layersOf(text: DecodedText, kind: RegExp): readonly DecodedText[] {
  const layers: DecodedText[] = [];
  let last = text;
  while (layers.length < maxLayers) {
    const next = rewrite(last, kind, undoEscape);
    if (next === last) break;
    layers.push(next);
    last = next;
  }
  return layers;
}

const quotedPrintable = /=(?:\r?\n|([0-9A-F]{2}))/g;

function undoQuotedPrintable([, hex = '']: RegExpExecArray): string {
  return hex === '' ? '' : byte(hex);
}

/** The ellipsis in UTF-8: an escape that was cut there stands for a character that was cut. */
const cut = '(?=\u00e2\u0080\u00a6)';

const hexadecimal = '[0-9a-f]';

/** Escapes by the character that they begin with. */
const escapes = [
  escapesWith(
    '\\',
    String.raw`\\u(?<high>d[89ab]${hexadecimal}{2})\\u(?<low>d[c-f]${hexadecimal}{2})`,
    String.raw`\\u(?:(?<unit>${hexadecimal}{4})|\{(?<point>${hexadecimal}{1,6})\})`,
    String.raw`\\x(?<single>${hexadecimal}{2})`,
    String.raw`\\(?<letter>["'\\/bfnrtv])`,
    String.raw`\\(?:u\{?${hexadecimal}{0,6}|x?${hexadecimal}?)${cut}`,
  ),
  escapesWith(
    '&',
    String.raw`&#(?<decimal>\d{1,8});|&#x(?<hex>${hexadecimal}{1,7});|&(?<name>[a-z]{2,20});`,
    `&(?:#?[0-9a-z]{0,10})${cut}`,
  ),
  escapesWith('%', `%(?<percent>${hexadecimal}{2})`, `%${hexadecimal}?${cut}`),
];

const anyEscape = new RegExp(escapes.map(({ pattern }) => pattern.source).join('|'), 'gi');

function escapesWith(first: string, ...alternatives: readonly string[]) {
  return { first, pattern: new RegExp(alternatives.join('|'), 'gi') };
}

/** What an escape stands for, in UTF-8; one that nobody knows stays. */
function undoEscape({ 0: escape, groups = {} }: RegExpExecArray): string {
  const { high, low, unit, point, single, letter, decimal, hex, name, percent } = groups;
  if (high !== undefined && low !== undefined) {
    return utf8(0x10000 + ((parse(high) & 0x3ff) << 10) + (parse(low) & 0x3ff));
  }
  if (letter !== undefined) return letters[letter.toLowerCase()] ?? letter;
  const raw = single ?? percent;
  if (raw !== undefined) return byte(raw);
  const code = unit ?? point ?? hex;
  if (code !== undefined) return utf8(parse(code));
  if (decimal !== undefined) return utf8(Number(decimal));
  return name === undefined ? '' : (entities.get(name.toLowerCase()) ?? escape);
}

const letters: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Names of ASCII characters. Source: HTML Living Standard, section 13.5. */
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", excl: '!', num: '#', dollar: '$' },
    ...{ percnt: '%', lpar: '(', rpar: ')', ast: '*', midast: '*', plus: '+', comma: ',' },
    ...{ period: '.', sol: '/', colon: ':', semi: ';', equals: '=', quest: '?', commat: '@' },
    ...{ lsqb: '[', lbrack: '[', bsol: '\\', rsqb: ']', rbrack: ']', hat: '^', lowbar: '_' },
    ...{ underbar: '_', grave: '`', diacriticalgrave: '`', lcub: '{', lbrace: '{', verbar: '|' },
    ...{ vert: '|', verticalline: '|', rcub: '}', rbrace: '}', tab: '\t', newline: '\n' },
  }),
);

function parse(digits: string): number {
  return Number.parseInt(digits, 16);
}

function byte(digits: string): string {
  return String.fromCharCode(parse(digits));
}

function untouched(text: string): DecodedText {
  const starts = new Uint32Array(text.length + 1);
  for (let index = 0; index < starts.length; index++) starts[index] = index;
  return { text, starts };
}

function toBytes(text: DecodedText): DecodedText {
  return rewrite(text, /[^\0-\x7f]/gu, ([character]) => utf8(character.codePointAt(0) ?? 0), 3);
}

const encoder = new TextEncoder();

function utf8(code: number): string {
  const character = code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  return String.fromCharCode(...encoder.encode(character));
}

/**
 * Replaces what `pattern` finds, and keeps track of where everything was. `growth` is how many
 * characters one may become; no escape is shorter than what it stands for.
 */
function rewrite(
  source: DecodedText,
  pattern: RegExp,
  replacement: (found: RegExpExecArray) => string,
  growth = 1,
): DecodedText {
  const parts: string[] = [];
  const starts = new Uint32Array(source.starts.length * growth);
  let length = 0;
  let at = 0;
  const keep = (end: number): void => {
    parts.push(source.text.slice(at, end));
    starts.set(source.starts.subarray(at, end), length);
    length += end - at;
    at = end;
  };
  for (const found of source.text.matchAll(pattern)) {
    keep(found.index);
    const text = replacement(found);
    parts.push(text);
    starts.fill(source.starts[at] ?? 0, length, length + text.length);
    length += text.length;
    at += found[0].length;
  }
  if (parts.length === 0) return source;
  keep(source.text.length);
  starts[length] = source.starts[at] ?? 0;
  return { text: parts.join(''), starts: starts.subarray(0, length + 1) };
}
