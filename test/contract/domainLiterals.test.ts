// One place per fact: field names, enum values and limits stand in the table and the rules, nowhere
// else. A string in the code that equals one of them is a second place.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from '../support/sourceFiles';
import { table } from '../../server/src/service/schema/table';

/** Words of the domain that are also words of programming; a literal of these says nothing. */
const everydayWords = new Set([
  'name',
  'source',
  'destination',
  'context',
  'interval',
  'timeout',
  'static',
  'policy',
  'main',
  'ip',
  'region',
  'Basic',
  'disable',
  'msg',
  'id',
  'type',
  'style',
  'status',
  'tags',
  'tunnel',
]);

const fields = table.allFields();
const words = new Set(
  fields
    .flatMap(({ key, values, refusedKeys }) => [
      key,
      ...values.map(({ value }) => value),
      ...Object.keys(refusedKeys),
    ])
    .filter((word) => word !== '' && !everydayWords.has(word)),
);
const limits = new Set(
  fields
    .flatMap(({ minimum, maximum, minLength, maxLength }) => [
      minimum,
      maximum,
      minLength,
      maxLength,
    ])
    .filter(
      (limit): limit is number =>
        limit !== undefined && limit > 100 && limit !== 128 && limit !== 255,
    ),
);

function literalsOf(file: string): readonly string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) &&
      words.has(node.text) &&
      !ts.isImportDeclaration(node.parent)
    )
      found.push(node.text);
    if (ts.isNumericLiteral(node) && limits.has(Number(node.text))) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('no literal of the domain', () => {
  const files = sourceFiles('server/src', 'client/src').filter(
    (file) => !file.includes('/rules/') && !file.includes('/sandbox/'),
  );

  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  test.each(files)('%s', (file) => {
    expect(literalsOf(file)).toEqual([]);
  });
});
