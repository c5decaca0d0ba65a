import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSnapshot, diagnostics } from '../../../server/src/service';
import { secretChecks } from '../../../server/src/service/request/secretChecks';
import { table } from '../../../server/src/service/schema/table';
import { updateText } from '../../support/updateText';

const psk = table.allFields().find(({ sensitive }) => sensitive)!;
const accepts = (value: string): boolean =>
  secretChecks(psk).every(({ pattern }) => new RegExp(pattern, 'u').test(value));

describe('the conditions on a secret', () => {
  test.each(['Abcdefg1', 'abcdefg1!', 'ABCDEFG1]'.replace(']', '^'), 'Aa1!'.repeat(32)])(
    'accept %s',
    (value) => {
      expect(accepts(value)).toBe(true);
    },
  );

  test.each(['', 'Abcdef1', `${'Aa1!'.repeat(32)}x`, 'abcdefgh1', 'Abcdefg1*', 'Abcdefg1\n'])(
    'refuse %j',
    (value) => {
      expect(accepts(value)).toBe(false);
    },
  );

  test('agree with the checks of a key that stands in the file', () => {
    const key = fc.string({
      unit: fc.constantFrom(...Array.from('aZ9!^-]*_ä')),
      minLength: 6,
      maxLength: 11,
    });
    fc.assert(
      fc.property(key, (value) => {
        const errors = diagnostics(
          createSnapshot(updateText(`psk: ${JSON.stringify(value)}`)),
          'file:///a',
        ).filter(({ severity }) => severity === 1);
        expect(accepts(value)).toBe(errors.length === 0);
      }),
      { numRuns: 500 },
    );
  });
});
