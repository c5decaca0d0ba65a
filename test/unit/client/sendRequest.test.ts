// Errors are freed of secrets where they arrive: whoever shortens their texts can leave no part of one.
import { expect, test } from 'vitest';
import { sendRequest } from '../../../client/src/core/cloud/sendRequest';
import { cancelSource } from '../../support/client/cancelSource';
import { exampleUpdate, projectId } from '../../support/client/exampleUpdate';
import { accessKey, fakeClient } from '../../support/client/fakeClient';
import { answer, fakeTransport } from '../../support/client/fakeTransport';
import { spelled } from '../../support/client/spelled';

const secret = `Psk/Mark+=%7:{}<&>';Aa1`;

async function answered(status: number, body: string) {
  const transport = fakeTransport(answer(status, body));
  const { ports, redactor } = fakeClient({ reading: 'sent', ports: { transport } });
  redactor.register(secret);
  return sendRequest(
    { ...ports, redactor },
    {
      ...{ method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } },
      url: `https://vpn.eu-west-101.myhuaweicloud.com${exampleUpdate.path}`,
    },
    {
      target: { kind: 'regional', region: 'eu-west-101' },
      ...{ credentials: accessKey, projectId, timeoutMs: 1000, cancel: cancelSource().signal },
    },
  );
}

test.each([400, 401, 404, 409, 500, 502])('an error with %i contains no secret', async (status) => {
  for (const echo of spelled(secret)) {
    const before = `{"error_code":"VPN.0001","error_msg":"${'x'.repeat(270)} `;
    const result = await answered(status, `${before}${echo} is wrong"}`);
    if (result.kind !== 'response') throw new Error('no response');
    expect(result.body).toContain(before);
    expect(result.body).not.toContain(echo);
  }
});

test('what was accepted arrives as it is, because values of it are compared', async () => {
  const body = JSON.stringify({ vpn_connection: { name: secret } });
  expect(await answered(200, body)).toMatchObject({ body });
});
