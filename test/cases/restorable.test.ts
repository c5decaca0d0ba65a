// What a rollback restores and what it leaves, as data.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { previousValues } from '../../client/src/core/journal/previousValues';
import {
  restorableValues,
  type RestorableValues,
  type SentValues,
} from '../../client/src/core/journal/restorableValues';

interface Case extends Omit<SentValues, 'secrets' | 'remote'> {
  readonly case: string;
  /** Missing: the connection isn't read again. */
  readonly remote?: SentValues['remote'];
  readonly secrets?: readonly string[];
  /** Lists that aren't named are empty. */
  readonly restored: Partial<RestorableValues>;
}

const cases = parse(readFileSync('test/cases/values/restorable.yaml', 'utf8')) as readonly Case[];

const nothing: RestorableValues = { body: {}, fields: [], leftAlone: [], secrets: [], absent: [] };

test.each(cases)('$case', ({ sent, secrets = [], before, remote, restored }) => {
  const found =
    remote === undefined
      ? previousValues({ sent, secrets, before })
      : restorableValues({ sent, secrets, before, remote });
  expect(found).toEqual({ ...nothing, ...restored });
});

test('without a look before the update nothing is known', () => {
  expect(previousValues({ sent: {}, secrets: [] })).toBeUndefined();
});
