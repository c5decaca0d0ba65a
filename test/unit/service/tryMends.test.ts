// What is seen when a fix is tried: edits that no real fix should make.
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../server/src/service/analysis';
import type { Edit } from '../../../server/src/service/features/fixes/fix';
import { mendsQuietly, promised } from '../../../server/src/service/features/fixes/promise';
import { tryMends } from '../../../server/src/service/features/fixes/tryMends';
import { updateText } from '../../support/updateText';

/** The place of `text`, its first problem with `code`, and a fix that replaces texts by others. */
function mendOf(text: string, code: string, ...changes: readonly (readonly [string, string])[]) {
  const analysis = analyze(text);
  const problem = analysis.problems.find((each) => each.code === code)!;
  const edits = changes.map(([from, to]): Edit => {
    const start = text.indexOf(from);
    return { span: { start, end: start + from.length }, text: to };
  });
  const fix = { title: 'Mend it', edits, preferred: true, reveals: true } as const;
  return { place: { analysis, above: '', below: '' }, mend: { problem, fix } };
}

const weak = updateText('ikepolicy:\n  dh_group: group2');

describe('a fix keeps its promise', () => {
  test('when its problem is gone', () => {
    const { place, mend } = mendOf(weak, 'crypto/weak', ['group2', 'group20']);
    expect(promised(place, mend)).toBe(mend.fix);
    expect(mendsQuietly(place, [mend])).toBe(true);
  });

  test.each([
    ['its problem stays', mendOf(weak, 'crypto/weak', ['group2', 'group1'])],
    ['it makes an error of the value', mendOf(weak, 'crypto/weak', ['group2', 'group99'])],
    ['it breaks the syntax', mendOf(weak, 'crypto/weak', ['group2', '@a'])],
    [
      'it breaks the syntax further up than it was',
      mendOf(`${weak}  cgw_id: @b\n`, 'crypto/weak', ['group2', '@a']),
    ],
    [
      'it leaves a word without a key',
      mendOf(weak, 'crypto/weak', ['dh_group: group2', 'dh_group']),
    ],
    [
      'it puts in a key that is there',
      mendOf(weak, 'crypto/weak', ['dh_group: group2', 'pfs: a\n    pfs: b']),
    ],
    [
      'it makes two documents of one',
      mendOf(weak, 'crypto/weak', ['  ikepolicy', '---\nikepolicy']),
    ],
  ])('and not when %s', (_when, { place, mend }) => {
    expect(promised(place, mend)).toBeUndefined();
    expect(mendsQuietly(place, [mend])).toBe(false);
  });

  test('and not when documents run together', () => {
    const { place, mend } = mendOf(weak, 'crypto/weak', ['group2\n', 'group20']);
    expect(promised(place, mend)).toBe(mend.fix);
    expect(promised({ ...place, below: '---\nname: a\n' }, mend)).toBeUndefined();
  });

  test('and not when the beginning would belong to the document above', () => {
    const text = `---\n${weak}`;
    const { place, mend } = mendOf(text, 'crypto/weak', ['---\n', ''], ['group2', 'group20']);
    expect(promised(place, mend)).toBe(mend.fix);
    expect(promised({ ...place, above: 'name: a\n' }, mend)).toBeUndefined();
  });

  test('when an error comes to light elsewhere, but not by itself', () => {
    const { place, mend } = mendOf(
      updateText('ikepolcy:\n  dh_group: group99'),
      'schema/unknown-key',
      ['ikepolcy', 'ikepolicy'],
    );
    expect(promised(place, mend)).toBe(mend.fix);
    expect(mendsQuietly(place, [mend])).toBe(false);
  });

  test('as one that is for the user to choose when aliases change with it', () => {
    const { place, mend } = mendOf(
      updateText('ikepolicy: {dh_group: &g group2}\nipsecpolicy: {pfs: *g}'),
      'crypto/weak',
      ['group2', 'group20'],
    );
    expect(promised(place, mend)).toEqual({
      title: 'Mend it, also where its anchor is used',
      edits: mend.fix.edits,
    });
    expect(mendsQuietly(place, [mend])).toBe(false);
  });
});

test('what is added is told from what was there, wherever it stands now', () => {
  const { place, mend } = mendOf(
    updateText('# a\nipsecpolicy: {pfs: group2}\nikepolicy: {dh_group: group2}'),
    'crypto/weak',
    ['# a', '# longer'],
    ['pfs: group2', 'pfs: disable'],
  );
  const outcome = tryMends(place, [mend]);
  expect(outcome?.added.map(({ problem, isWritten }) => [problem.code, isWritten])).toEqual([
    ['crypto/pfs-disabled', true],
  ]);
});
