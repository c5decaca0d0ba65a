// With NODE_TLS_REJECT_UNAUTHORIZED=0 the platform would accept any certificate, so nothing is sent: no
// update, no look at the cloud, no password to IAM.
import { expect, test } from 'vitest';
import type { FakeClient } from '../../support/client/fakeClient';
import { fakeClient, place } from '../../support/client/fakeClient';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { fakeTransport } from '../../support/client/fakeTransport';

const password = {
  kind: 'password',
  user: 'u',
  password: 'Wonderland-42',
  domain: 'd',
  iamEndpoint: 'https://iam.eu-west-101.myhuaweicloud.com',
};

const commands: Readonly<Record<string, (useCases: FakeClient['useCases']) => Promise<unknown>>> = {
  'Apply Update': (useCases) => useCases.sendUpdate(place),
  'Apply All in File': (useCases) => useCases.applyBatch([place.uri]),
  'Preview Changes': (useCases) => useCases.previewChanges(place),
  'Pull Current Values': (useCases) => useCases.pullValues(place),
  'New Update File': (useCases) => useCases.newUpdateFile(place),
  'Check Connection': (useCases) => useCases.checkConnection(place),
};

function client(value: string, stored?: Readonly<Record<string, string>>) {
  const transport = fakeTransport();
  const given = fakeClient({
    reading: 'sent',
    ports: { transport, confirmation: fakeConfirmation() },
    environment: { NODE_TLS_REJECT_UNAUTHORIZED: value },
    ...(stored !== undefined && { stored }),
  });
  return { ...given, transport };
}

test.each(Object.entries(commands))('%s sends nothing and says why', async (_title, run) => {
  const given = client('0');
  await run(given.useCases);
  expect(given.transport.sent).toEqual([]);
  const told = [...given.presenter.messages, ...given.presenter.documents].map(({ text }) => text);
  expect(told.join('\n')).toContain('NODE_TLS_REJECT_UNAUTHORIZED=0');
});

test('no password goes to IAM', async () => {
  const given = client('0', {
    'credentials:regional:eu-west-101': JSON.stringify(password),
    'value:site-a': 'Correct-Horse/42',
  });
  expect(await given.useCases.sendUpdate(place)).toMatchObject({ kind: 'refused' });
  expect(given.transport.sent).toEqual([]);
});

test.each(['1', '', 'false'])('any other value leaves the check on: %j', async (value) => {
  const given = client(value);
  await given.useCases.previewChanges(place).catch(() => undefined);
  expect(given.transport.sent).toHaveLength(1);
});
