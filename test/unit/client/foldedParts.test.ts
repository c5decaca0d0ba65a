// What of a response begins folded.
import { expect, test } from 'vitest';
import { foldedParts } from '../../../client/src/core/cloud/foldedParts';
import { responseView } from '../../../client/src/core/cloud/responseView';
import type { HttpResponse } from '../../../client/src/core/model/httpExchange';
import { createRedactor } from '../../../client/src/core/redaction/redactor';

const request = { method: 'PUT', url: 'https://vpn.example/v5', headers: {} } as const;

/** The first lines of the parts of the view of a response; long ones are marked. */
function parts(body: string): readonly string[] {
  const response = {
    ...{
      kind: 'response' as const,
      status: 200,
      statusText: 'OK',
      headers: {},
      body,
      elapsedMs: 5,
    },
    ...{ truncated: false, notUtf8: false },
  } satisfies HttpResponse;
  const view = responseView(response, { request }, createRedactor());
  const lines = view.split('\n');
  return foldedParts(view).map(
    ({ start, end, isLong }) =>
      `${lines[start]?.trim() ?? ''}${end - start + 1}${isLong ? ' long' : ''}`,
  );
}

test('a long body is folded as a whole, and its parts can be', () => {
  const networks = Array.from({ length: 6 }, (_, index) => `10.${index}.0.0/16`);
  const body = JSON.stringify({ vpn_connection: { name: 'a', peer_subnets: networks } });
  expect(parts(body)).toEqual([
    '"peer_subnets": [7',
    '"vpn_connection": {10',
    '"body": {12 long',
    '{17',
  ]);
});

test('a short body stays open', () => {
  expect(parts('{"error_code":"VPN.0001","error_msg":"{["}')).toEqual(['"body": {3', '{8']);
});

test.each(['', 'no JSON', '[]', '{', ']', '{}\n}\n]\n['])('"%s" has nothing to fold', (text) => {
  expect(foldedParts(text)).toEqual([]);
});
