// Which hints stand behind which values, from the case files in hints/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { LiveResource } from '../../server/src/protocol/liveResources';
import { createSnapshot, inlayHints, LiveNames, type HintKind } from '../../server/src/service';
import { withMarks, withoutMarks } from '../support/markedText';

interface HintCase {
  readonly title: string;
  readonly kinds: readonly HintKind[];
  /** The file; each hint stands where the editor shows it. */
  readonly text: string;
  /** First and last line that the editor asks for; the whole file without. */
  readonly lines?: readonly [number, number];
  /** What has been listed of the live account. */
  readonly account?: readonly LiveResource[];
}

const folder = join(import.meta.dirname, 'hints');

function hinted(text: string, each: HintCase): string {
  const { kinds, lines = [0, 10_000], account = [] } = each;
  const range = { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
  const hints = inlayHints(createSnapshot(text), range, new Set(kinds), new LiveNames(account));
  return withMarks(
    text,
    hints.map(({ label, position }) => ({
      label: label as string,
      range: { start: position, end: position },
    })),
  );
}

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = parse(readFileSync(join(folder, file), 'utf8')) as readonly HintCase[];
  test.each(cases)('$title', (each) => {
    expect(hinted(withoutMarks(each.text), each)).toBe(each.text);
  });
  test.each(cases)('$title (CRLF)', (each) => {
    const windows = each.text.replaceAll('\n', '\r\n');
    expect(hinted(withoutMarks(windows), each)).toBe(windows);
  });
});
