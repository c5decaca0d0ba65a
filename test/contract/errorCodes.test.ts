// Every documented error code has an explanation and a remedy of its own. The list is written from the
// documentation ("Error Codes" of VPN for site-to-site connections, of the API gateway and of IAM), not
// from the tables that it holds to account.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import Ajv from 'ajv';
import { statusAdvice } from '../../client/src/core/cloud/errors/errorTables';
import { explainResponse } from '../../client/src/core/cloud/errors/explainResponse';
import { answer } from '../support/client/fakeTransport';

/** Code, status that it comes with, and whether the same update may be accepted later. */
type DocumentedCode = readonly [code: string, status: number, again: 'wait' | 'no'];

const documented = JSON.parse(
  readFileSync('test/cases/answers/codes.json', 'utf8'),
) as readonly DocumentedCode[];
const update = { method: 'PUT', url: 'https://h/v5/p/vpn-connection/c' } as const;

function adviceOn(code: string, status: number) {
  return explainResponse(answer(status, { error_code: code, error_msg: 'detail' }), update).advice;
}

/** The gateway gives this code to whatever its web server refuses; only the status tells which. */
const byStatusAlone = /^APIGW?\.0201$/;

describe('documented error codes', () => {
  test.each(documented)('%s (%i) is explained', (code, status, again) => {
    const advice = adviceOn(code, status);
    expect(advice.again).toBe(again);
    expect(advice.meaning).toMatch(/^[A-Z].{14,}\.$/);
    expect(advice.remedy).toMatch(/^[A-Z].{14,}\.$/);
  });

  test.each(documented.filter(([code]) => !byStatusAlone.test(code)))(
    '%s (%i) is told apart from its bare status',
    (code, status) => {
      expect(adviceOn(code, status).meaning).not.toBe(statusAdvice(status).meaning);
    },
  );

  test('of one code, each status is told apart', () => {
    const statuses = documented.filter(([code]) => code === 'APIGW.0201').map(([, each]) => each);
    const meanings = statuses.map((status) => adviceOn('APIGW.0201', status).meaning);
    expect(new Set(meanings).size).toBe(7);
  });

  test('are all that the files contain', () => {
    const contained = ['vpn', 'gateway', 'iam'].flatMap(codesIn).flatMap((code) => {
      const [, prefix, first, last] = /^(.*?)(\d{4})-(\d{4})$/.exec(code) ?? [];
      if (prefix === undefined) return code;
      const numbers = Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => at);
      return numbers.map((at) => `${prefix}${Number(first) + at}`);
    });
    const listed = documented.map(([code]) => code.replace(/^APIG\./, 'APIGW.'));
    const expected = new Set(listed.filter((code) => !byStatusAlone.test(code)));
    expect(contained.sort()).toEqual([...expected].sort());
  });
});

describe.each(['vpn', 'gateway', 'iam', 'status'])('schemas/errors/%s.json', (name) => {
  test('follows its schema', () => {
    const schema = JSON.parse(readFileSync('schemas/errors/errors.schema.json', 'utf8')) as object;
    const validate = new Ajv({ allErrors: true }).compile(schema);
    validate(fileOf(name));
    expect(validate.errors).toBeNull();
  });

  test('names each code once', () => {
    const codes = codesIn(name);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test('has one entry for what means the same', () => {
    const texts = fileOf(name).entries.map((entry) => JSON.stringify({ ...entry, codes: [] }));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});

function codesIn(name: string): string[] {
  return fileOf(name).entries.flatMap(({ codes }) => codes);
}

function fileOf(name: string): { entries: { codes: string[]; meaning: string }[] } {
  return JSON.parse(readFileSync(`schemas/errors/${name}.json`, 'utf8'));
}
