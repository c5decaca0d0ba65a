// Which lines fold, from the case files in folding/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createSnapshot, foldingRanges } from '../../server/src/service';

interface FoldingCase {
  readonly title: string;
  /** The file; behind the first line of each range stands ` # to LINE` or ` # to LINE KIND`. */
  readonly text: string;
}

const folder = join(import.meta.dirname, 'folding');
const mark = / # to (\d+(?: [a-z]+)?)$/gm;

/** `text` with a mark behind the first line of each range; lines count from 0. */
function folded(text: string): string {
  const lines = text.split('\n');
  for (const { startLine, endLine, kind } of foldingRanges(createSnapshot(text)))
    lines[startLine] =
      `${lines[startLine] ?? ''} # to ${endLine}${kind === undefined ? '' : ` ${kind}`}`;
  return lines.join('\n');
}

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = parse(readFileSync(join(folder, file), 'utf8')) as readonly FoldingCase[];
  test.each(cases)('$title', ({ text }) => {
    expect(folded(text.replace(mark, ''))).toBe(text);
  });
});

test('line breaks of Windows fold alike', () => {
  const text =
    '# a\n# b\nvpn_connection:\n  psk: |\n    Abcd1234\n  name: a\n# region\n# endregion\n';
  const windows = createSnapshot(text.replaceAll('\n', '\r\n'));
  expect(foldingRanges(windows)).toEqual(foldingRanges(createSnapshot(text)));
});
