// Every field of the table with values that are right and wrong, at both edges of each limit.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import fields from './fields.json';
import { createSnapshot, diagnostics } from '../../server/src/service';
import type { FieldFacts } from '../../server/src/service/schema/facts';
import { table } from '../../server/src/service/schema/table';
import { documentWith, expandValue } from '../support/fieldText';

interface FieldCases {
  readonly good: readonly string[];
  readonly bad: readonly (readonly [string, string])[];
}

const cases = Object.entries(fields as unknown as Record<string, FieldCases>);

/** Codes of the errors in a document that gives the field this value. */
function errorsOf(path: string, yaml: string): readonly string[] {
  return diagnostics(createSnapshot(documentWith(path, yaml)), 'file:///a.vpnconn.yaml')
    .filter(({ severity }) => severity === 1)
    .map(({ code }) => String(code));
}

describe('every field', () => {
  test('has cases', () => {
    const paths = table
      .allFields()
      .map(({ path }) => path)
      .filter((path) => path !== '');
    expect(cases.map(([path]) => path).sort()).toEqual([...paths].sort());
  });

  for (const [path, { good, bad }] of cases) {
    test.each(good)(`${path}: %s is right`, (yaml) => {
      expect(errorsOf(path, yaml)).toEqual([]);
    });
    test.each(bad)(`${path}: %s is %s`, (yaml, code) => {
      expect(errorsOf(path, yaml)).toEqual([code]);
    });
  }
});

describe('the edges of every limit are among the cases', () => {
  test.each(fieldsWith((facts) => limitsOf(facts).length > 0))('%s', (path, facts) => {
    const { good, bad } = casesOf(path);
    const rightSizes = good.map(sizeOf);
    const wrongSizes = bad.map(([yaml]) => sizeOf(yaml));
    for (const { limit, beyond } of limitsOf(facts)) {
      expect(rightSizes).toContain(limit);
      expect(wrongSizes).toContain(beyond);
    }
  });
});

describe('every value of every enumeration is among the cases', () => {
  test.each(fieldsWith(({ values }) => values.length > 0))('%s', (path, { values }) => {
    const { good, bad } = casesOf(path);
    // A value that the table allows can still need another field, which a rule says.
    const allowed = bad.filter(([, code]) => !code.startsWith('schema/')).map(([yaml]) => yaml);
    expect([...good, ...allowed]).toEqual(expect.arrayContaining(values.map((each) => each.value)));
  });
});

function fieldsWith(
  has: (facts: FieldFacts) => boolean,
): readonly (readonly [string, FieldFacts])[] {
  return table.allFields().flatMap((facts) => (has(facts) ? [[facts.path, facts] as const] : []));
}

function casesOf(path: string): FieldCases {
  return Object.fromEntries(cases)[path] ?? { good: [], bad: [] };
}

/** Each limit of a field, and the nearest value beyond it. */
function limitsOf(
  facts: FieldFacts,
): readonly { readonly limit: number; readonly beyond: number }[] {
  const { minimum, minLength, maximum, maxLength, maxItems } = facts;
  const edges = (limits: readonly (number | undefined)[], step: number) =>
    limits.flatMap((limit) => (limit === undefined ? [] : [{ limit, beyond: limit + step }]));
  return [...edges([minimum, minLength], -1), ...edges([maximum, maxLength, maxItems], 1)];
}

/** What a limit is about: a number itself, the characters of a text, the items of a list. */
function sizeOf(yaml: string): number | undefined {
  const value: unknown = parse(expandValue(yaml), { logLevel: 'silent' });
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return Array.from(value).length;
  return Array.isArray(value) ? value.length : undefined;
}
