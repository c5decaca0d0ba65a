// Every field of the table with values that are right and wrong, at both edges of each limit.
import { describe, expect, test } from 'vitest';
import fields from './fields.json';
import { createSnapshot, diagnostics } from '../../server/src/service';
import { table } from '../../server/src/service/schema/table';
import { documentWith } from '../support/fieldText';

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
  for (const facts of table.allFields()) {
    const given = (fields as unknown as Record<string, FieldCases>)[facts.path];
    if (facts.minimum !== undefined && facts.maximum !== undefined) {
      const { minimum, maximum } = facts;
      test(`${facts.path}: ${minimum} to ${maximum}`, () => {
        expect(given?.good).toEqual(expect.arrayContaining([String(minimum), String(maximum)]));
        expect(given?.bad.map(([yaml]) => yaml)).toEqual(
          expect.arrayContaining([String(minimum - 1), String(maximum + 1)]),
        );
      });
    }
    if (facts.values.length > 0 && facts.gm === undefined) {
      test(`${facts.path}: every value`, () => {
        expect(given?.good).toEqual(
          expect.arrayContaining(
            facts.values.map(({ value }) => value).filter((value) => value !== 'fqdn'),
          ),
        );
      });
    }
  }
});
