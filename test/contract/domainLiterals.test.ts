// One place per fact: field names, enum values and limits stand in the table and the rules, nowhere
// else. A string in the code that equals one of them is a second place, and so is a sentence with one.
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
  'updated_at',
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
const limits = fields
  .flatMap(({ minimum, maximum, minLength, maxLength, maxItems }) => [
    minimum,
    maximum,
    minLength,
    maxLength,
    maxItems,
  ])
  .filter((limit) => limit !== undefined);

/** Limits that are no number of everyday programming. */
const largeLimits = new Set(
  limits.filter((limit) => limit > 100 && limit !== 128 && limit !== 255),
);

/** In a sentence a number is seldom anything but a limit. */
const limitsInWords = new Set(limits.filter((limit) => limit > 2).map(String));

/** Keys and values that are no words of a language, so that they mean the field also in a sentence. */
const wordsInSentences = new Set(
  fields
    .flatMap(({ key, values }) => [key, ...values.map(({ value }) => value)])
    .filter((word) => /[_\d]/.test(word)),
);

const blocks = new Set(
  fields
    .flatMap(({ address }) => [
      address?.within,
      ...(address?.reserved ?? []),
      ...(address?.specialUse ?? []),
    ])
    .flatMap((block) => block?.text ?? []),
);

/** What a text that is put together, or a part of one, says of the domain. */
function factsIn(text: string): readonly string[] {
  const numbers = text.match(/(?<![\w./-])\d[\d,]*(?![\w./-]*\w)/g) ?? [];
  return [
    ...(text.match(/[\w-]+/g) ?? []).filter((word) => wordsInSentences.has(word)),
    ...numbers.filter((number) => limitsInWords.has(number.replaceAll(',', ''))),
    ...[...blocks].filter((block) => text.includes(block)),
  ];
}

const isPartOfTemplate = (node: ts.Node): node is ts.TemplateLiteralLikeNode =>
  ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);

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
    if (ts.isNumericLiteral(node) && largeLimits.has(Number(node.text))) found.push(node.text);
    if (ts.isStringLiteralLike(node) || isPartOfTemplate(node)) found.push(...factsIn(node.text));
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

  test.each([
    ['A key has 8 to 128 characters.', ['8', '128']],
    [' is at most 604,800 seconds', ['604,800']],
    ['`ike_version` decides', ['ike_version']],
    ['use sha2-256 instead', ['sha2-256']],
    ['inside 169.254.195.0/24', ['169.254.195.0/24']],
    ['utf8', []],
    ['/v5/x', []],
    ['node:v8', []],
    ['ap-southeast-5', []],
    ['192.168.5.8', []],
  ])('stands in %j: %j', (text, found) => {
    expect(factsIn(text)).toEqual(found);
  });

  test.each(files)('%s', (file) => {
    expect(literalsOf(file)).toEqual([]);
  });
});
