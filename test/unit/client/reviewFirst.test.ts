// The default answer to the question before sending shows what would change and sends nothing.
import { expect, test } from 'vitest';
import { examplePlan } from '../../support/client/exampleUpdate';
import { fakeClient, place } from '../../support/client/fakeClient';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { answer, fakeTransport } from '../../support/client/fakeTransport';

test('looking at the changes first sends nothing and shows them as a plan', async () => {
  const transport = fakeTransport();
  const confirmation = fakeConfirmation('review');
  const { useCases, presenter } = fakeClient({ ports: { transport, confirmation } });
  expect(await useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
  expect(transport.sent).toEqual([]);
  expect(presenter.documents).toEqual([]);
  const source = { uri: place.uri };
  const diff = {
    source,
    title: 'site-a: Live ↔ After Update',
    before: { name: 'live 15-31-05.250.yaml', text: examplePlan.before },
    after: { name: 'after update 15-31-05.250.yaml', text: examplePlan.after },
  };
  const { fields, effects, warnings } = examplePlan;
  expect(presenter.plans).toMatchObject([
    { title: 'Plan: site-a', sections: [{ source, fields, effects, warnings, diff }] },
  ]);
  expect(confirmation.questions[0]).toMatchObject({
    proceed: 'Apply Update',
    review: 'Preview Changes',
  });
});

test('the plan that was looked at follows its file', async () => {
  const confirmation = fakeConfirmation('review');
  const { useCases, presenter } = fakeClient({ ports: { confirmation } });
  await useCases.sendUpdate(place);
  await useCases.followPlan(presenter.plans[0]!.sections[0]!.source);
  expect(presenter.planUpdates).toMatchObject([{ kind: 'compared' }]);
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
