// What a rollback restores and what it leaves, as data.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  restorableValues,
  type RestorableValues,
  type SentValues,
} from '../../client/src/core/journal/restorableValues';

interface Case extends Omit<SentValues, 'secrets'> {
  readonly case: string;
  readonly secrets?: readonly string[];
  /** Lists that aren't named are empty. */
  readonly restored: Partial<RestorableValues>;
}

const cases = parse(readFileSync('test/cases/values/restorable.yaml', 'utf8')) as readonly Case[];

const nothing: RestorableValues = { body: {}, fields: [], leftAlone: [], secrets: [], absent: [] };

test.each(cases)('$case', ({ sent, secrets = [], before, remote, restored }) => {
  expect(restorableValues({ sent, secrets, before, remote })).toEqual({ ...nothing, ...restored });
});
