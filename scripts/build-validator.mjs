// Compiles the table into a stand-alone validator, so that ajv and `new Function` stay out of the bundle.
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { readFileSync } from 'node:fs';

const schemaUrl = new URL('../schemas/vpnconn-update.schema.json', import.meta.url);
const vocabularyUrl = new URL('../schemas/vocabulary.schema.json', import.meta.url);

/** Where the generated module stands. */
export const validatorFile = new URL(
  '../server/src/service/schema/validator.generated.mjs',
  import.meta.url,
);

/** The text of the generated module: `export default validate`, with its errors in `validate.errors`. */
export function buildValidator() {
  const vocabulary = JSON.parse(readFileSync(vocabularyUrl, 'utf8'));
  const documentation = new Set([
    ...Object.keys(vocabulary.properties),
    'title',
    'description',
    'examples',
    '$id',
  ]);
  const schema = withoutKeywords(JSON.parse(readFileSync(schemaUrl, 'utf8')), documentation);
  const ajv = new Ajv.default({
    inlineRefs: false,
    allErrors: true,
    messages: false,
    strict: true,
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode.default(ajv, ajv.compile(schema));
  return [
    '// Generated from schemas/vpnconn-update.schema.json by `npm run generate`. Do not edit.',
    codePointLength,
    violation,
    compact(code),
    '',
  ].join('\n');
}

/**
 * The compiled code without what nobody asks it for: where in the schema a violation stands, parameters
 * other than names of keys, whose part the checked value is, and all of the schema but the names of its
 * keys. Together that is more than half of its size.
 */
function compact(code) {
  return code
    .replace(/^"use strict";/, '')
    .replace(
      /const (err\d+) = \{instancePath(?::(.+?))?,schemaPath:"(?:[^"\\]|\\.)*",keyword:("\w+"),params:(\{.*?\})\};\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}/g,
      (_whole, _name, path = 'instancePath', keyword, params) =>
        `(vErrors ??= []).push(violation(${[path, keyword, ...onlyKeys(params)].join(', ')}));`,
    )
    .replace(/, parentData, parentDataProperty, rootData=data\}=\{\}/g, '}={}')
    .replace(/,parentData:\w+,parentDataProperty:(?:"\w+"|\w+),rootData\}/g, '}')
    .replace(
      /^const (schema\d+) = (\{.*\});$/gm,
      (_whole, name, json) => `const ${name} = ${JSON.stringify(keysOf(JSON.parse(json)))};`,
    )
    .replace(
      /const (\w+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;/g,
      'const $1 = codePointLength;',
    );
}

/** The parameters of a violation when they name a key; the table knows all others. */
function onlyKeys(params) {
  return /^\{(?:missing|additional)Property:/.test(params) ? [params] : [];
}

/** A schema reduced to what the compiled code looks up in it: the names of the keys. */
function keysOf({ properties = {} }) {
  const entries = Object.entries(properties).map(([key, inner]) => [key, keysOf(inner)]);
  return entries.length === 0 ? {} : { properties: Object.fromEntries(entries) };
}

/** The schema without what only people read: the compiled module keeps a copy of the schema. */
function withoutKeywords(schema, keywords) {
  const { properties, patternProperties, definitions, items, allOf, ...rest } = schema;
  const each = (schemas) =>
    Object.fromEntries(
      Object.entries(schemas).map(([name, value]) => [name, withoutKeywords(value, keywords)]),
    );
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([keyword]) => !keywords.has(keyword))),
    ...(properties && { properties: each(properties) }),
    ...(patternProperties && { patternProperties: each(patternProperties) }),
    ...(definitions && { definitions: each(definitions) }),
    ...(items && { items: withoutKeywords(items, keywords) }),
    ...(allOf && { allOf: allOf.map((part) => withoutKeywords(part, keywords)) }),
  };
}

/** JSON Schema counts characters, not UTF-16 units; ajv would load its own function for that. */
const codePointLength =
  'const codePointLength = (text) => { let count = 0; for (const _ of text) count++; return count; };';

/** What is reported, made in one place instead of at each of a hundred. */
const violation =
  'const violation = (instancePath, keyword, params = {}) => ({ instancePath, keyword, params });';
