// What *Apply Update* does about `!env`: it names the variable before it sends, and reads no credential.
import { describe, expect, test } from 'vitest';
import { exampleUpdate } from '../../support/client/exampleUpdate';
import { fakeClient, place } from '../../support/client/fakeClient';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { fakeTransport } from '../../support/client/fakeTransport';

function withVariable(name: string, allowedVariables: readonly string[] = []) {
  const confirmation = fakeConfirmation('declined');
  const transport = fakeTransport();
  const update = {
    ...exampleUpdate,
    secrets: [{ pointer: '/vpn_connection/psk', source: 'env', name } as const],
  };
  const given = fakeClient({
    ports: { confirmation, transport },
    prepared: { kind: 'ready', update },
    environment: { [name]: 'Wonderland-42' },
    settings: { allowedVariables },
  });
  return { ...given, confirmation, transport };
}

const ways = {
  'one update': ({ useCases }: ReturnType<typeof withVariable>) => useCases.sendUpdate(place),
  'a batch': ({ useCases }: ReturnType<typeof withVariable>) => useCases.applyBatch([place.uri]),
};

describe.each(Object.entries(ways))('%s', (_way, apply) => {
  test('names the variable in its question', async () => {
    const given = withVariable('SITE_A_PSK');
    expect(await apply(given)).toEqual({ kind: 'declined' });
    expect(given.confirmation.questions[0]?.detail.split('\n')).toContain(
      'Sends environment variables: SITE_A_PSK',
    );
  });

  test('asks nothing and sends nothing when the variable looks like a credential', async () => {
    const given = withVariable('AWS_SECRET_ACCESS_KEY');
    expect(await apply(given)).toMatchObject({
      kind: 'refused',
      problem: { code: 'variable-protected' },
    });
    expect(given.confirmation.questions).toEqual([]);
    expect(given.transport.sent).toEqual([]);
    expect(given.presenter.messages[0]?.text).toContain('AWS_SECRET_ACCESS_KEY');
  });

  test('asks when the user allows the variable', async () => {
    const given = withVariable('SITE_A_PASSWORD', ['SITE_A_PASSWORD']);
    expect(await apply(given)).toEqual({ kind: 'declined' });
    expect(given.confirmation.questions[0]?.detail).toContain(': SITE_A_PASSWORD');
  });
});

test('a question without variables does not speak of them', async () => {
  const confirmation = fakeConfirmation('declined');
  await fakeClient({ ports: { confirmation } }).useCases.sendUpdate(place);
  expect(confirmation.questions[0]?.detail).not.toContain('environment variable');
});
