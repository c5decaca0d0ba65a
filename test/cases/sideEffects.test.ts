// What counts as changed without being sent, as data.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sideEffects } from '../../client/src/core/monitor/sideEffects';
import type { Json, JsonObject } from '../../server/src/protocol/json';

const cases = parse(readFileSync('test/cases/values/sideEffects.yaml', 'utf8')) as readonly {
  readonly case: string;
  readonly sent: JsonObject;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly effects: Readonly<Record<string, readonly [Json, Json]>>;
}[];

test.each(cases)('$case', ({ sent, before, after, effects }) => {
  const found = sideEffects(before, after, sent).map(({ label, before: old, after: now }) => [
    label,
    [old ?? null, now ?? null],
  ]);
  expect(Object.fromEntries(found)).toEqual(effects);
});
