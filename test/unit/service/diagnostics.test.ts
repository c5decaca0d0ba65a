import { describe, expect, test } from 'vitest';
import { createSnapshot, diagnostics } from '../../../server/src/service';
import { head, updateText } from '../../support/updateText';

test('a file with very many problems shows errors first of all, and says how many are left out', () => {
  const warned = updateText('psk: "Abcd1234!"\nname: a');
  const wrong = updateText('ikepolicy: {ike_version: v9}');
  const found = diagnostics(
    createSnapshot([...Array.from({ length: 300 }, () => warned), wrong].join('---\n')),
    'file:///a',
  );
  expect(found.filter(({ severity }) => severity === 1).map(({ code }) => code)).toEqual([
    'schema/enum',
  ]);
  expect(found.filter(({ severity }) => severity === 2)).toHaveLength(200);
  expect(found.at(-1)).toMatchObject({
    code: 'yaml/limits',
    severity: 3,
    message:
      '100 more problems of this file are not shown. Mend some of those shown to see the rest.',
  });
});

describe('a problem that comes through an alias or a merge also says where its text stands', () => {
  const range = (line: number, start: number, end: number): object => ({
    start: { line, character: start },
    end: { line, character: end },
  });
  const cases = [
    ['a value', 'x-a: &a group99', 'ikepolicy: {dh_group: *a}', range(0, 8, 15)],
    ['a key', 'x-a: &a {nmae: b}', '<<: *a\n  name: c', range(0, 9, 13)],
    ['a key of a list of merges', 'x-a: &a {nmae: b}', '<<: [*a]\n  name: c', range(0, 9, 13)],
    ['a value in a merge', 'x-a: &a {name: 1}', '<<: *a', range(0, 9, 13)],
    ['a key of a merge without an alias', 'x-a: 1', '<<: {nmae: b}\n  name: c', range(4, 7, 11)],
  ] as const;

  test.each(cases)('%s', (_title, first, body, expected) => {
    const text = `${first}\n${head}vpn_connection:\n  ${body}\n`;
    const found = diagnostics(createSnapshot(text), 'file:///a');
    expect(found.map(({ relatedInformation }) => relatedInformation)).toEqual([
      [{ location: { uri: 'file:///a', range: expected }, message: 'It is written here.' }],
    ]);
  });
});
