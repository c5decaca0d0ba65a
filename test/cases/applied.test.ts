// Whether an update was applied, as far as reading the connection shows it, as data.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  compareRemote,
  type ComparedUpdate,
  type Comparison,
} from '../../client/src/core/model/compareRemote';
import type { JsonObject } from '../../server/src/protocol/json';

interface Case extends Omit<ComparedUpdate, 'secrets'> {
  readonly case: string;
  readonly secrets?: readonly string[];
  readonly remote: JsonObject;
  readonly applied: Comparison['applied'];
}

const cases = parse(readFileSync('test/cases/values/applied.yaml', 'utf8')) as readonly Case[];

test.each(cases)('$case', ({ secrets = [], remote, applied, ...update }) => {
  expect(compareRemote({ ...update, secrets }, remote).applied).toBe(applied);
});
