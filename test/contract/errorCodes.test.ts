// Every documented error code has an explanation and a remedy of its own. The list is written from the
// documentation ("Error Codes" of VPN for site-to-site connections, of the API gateway and of IAM), not
// from the tables that it holds to account.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explainResponse } from '../../client/src/core/cloud/errors/explainResponse';
import { gatewayErrors } from '../../client/src/core/cloud/errors/gatewayErrors';
import { gatewayServiceErrors } from '../../client/src/core/cloud/errors/gatewayServiceErrors';
import { iamErrors } from '../../client/src/core/cloud/errors/iamErrors';
import { statusAdvice } from '../../client/src/core/cloud/errors/statusAdvice';
import { vpnErrors } from '../../client/src/core/cloud/errors/vpnErrors';
import { vpnResourceErrors } from '../../client/src/core/cloud/errors/vpnResourceErrors';
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

  test('are all that the tables hold', () => {
    const numbers = (tables: readonly object[]): readonly string[] => tables.flatMap(Object.keys);
    const held = [
      ...numbers([vpnErrors, vpnResourceErrors]).map((digits) => `VPN.${digits}`),
      ...numbers([gatewayErrors, gatewayServiceErrors]).flatMap((digits) => [
        `APIG.${digits}`,
        `APIGW.${digits}`,
      ]),
      ...numbers([iamErrors]),
    ];
    const listed = new Set(documented.map(([code]) => code));
    expect(held.sort()).toEqual([...listed].filter((code) => !byStatusAlone.test(code)).sort());
  });
});
