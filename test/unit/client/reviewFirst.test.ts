// The default answer to the question before sending shows what would change and sends nothing.
import { expect, test } from 'vitest';
import { examplePlan, exampleUpdate } from '../../support/client/exampleUpdate';
import { fakeClient, place } from '../../support/client/fakeClient';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { fakePrompts } from '../../support/client/fakePrompts';
import { answer, fakeTransport } from '../../support/client/fakeTransport';

test('looking at the changes first sends nothing and shows them as a difference', async () => {
  const transport = fakeTransport();
  const confirmation = fakeConfirmation('review');
  const { useCases, presenter } = fakeClient({ ports: { transport, confirmation } });
  expect(await useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
  expect(transport.sent).toEqual([]);
  expect(presenter.documents).toEqual([]);
  expect(presenter.diffs).toMatchObject([
    {
      source: { uri: place.uri },
      title: 'site-a: Live ↔ After Update',
      before: { name: 'live 2026-11-23 14-31-05.250Z.yaml', text: examplePlan.before },
      after: { name: 'after update 2026-11-23 14-31-05.250Z.yaml', text: examplePlan.after },
    },
  ]);
  expect(confirmation.questions[0]).toMatchObject({
    proceed: 'Apply Update',
    review: 'Preview Changes',
  });
  // The way back to the question.
  expect(presenter.messages.at(-1)?.actions.map(({ kind }) => kind)).toEqual([
    'copy-plan',
    'apply',
  ]);
});

test('leads back to the automatic rollback that was asked for', async () => {
  const confirmation = fakeConfirmation('review');
  const ports = { confirmation, prompts: fakePrompts('5') };
  const fields = exampleUpdate.fields.filter(({ sensitive }) => !sensitive);
  const body = { vpn_connection: { name: 'site-b' } };
  const update = { ...exampleUpdate, secrets: [], fields, body };
  const { useCases, presenter } = fakeClient({ ports, prepared: { kind: 'ready', update } });
  await useCases.applyWithRollback(place);
  expect(presenter.messages.at(-1)?.actions.at(-1)?.kind).toBe('apply-with-rollback');
});

test('a connection that may not be read can only be looked at as a request', async () => {
  const transport = fakeTransport(answer(403, { error_code: 'VPN.0007' }));
  const confirmation = fakeConfirmation('review');
  const ports = { transport, confirmation };
  const { useCases, presenter } = fakeClient({ reading: 'sent', ports });
  expect(await useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
  expect(presenter.documents.map(({ kind }) => kind)).toEqual(['request']);
  expect(confirmation.questions[0]).toMatchObject({ review: 'Show Request' });
});

test('the connection is free again afterwards', async () => {
  const { useCases } = fakeClient({ ports: { confirmation: fakeConfirmation('review') } });
  await useCases.sendUpdate(place);
  expect(await useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
});
