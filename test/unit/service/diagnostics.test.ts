import { expect, test } from 'vitest';
import { createSnapshot, diagnostics } from '../../../server/src/service';
import { updateText } from '../../support/updateText';

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
