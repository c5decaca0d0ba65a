// The default answer to the question before sending shows the request and sends nothing.
import { expect, test } from 'vitest';
import { fakeClient, place } from '../../support/client/fakeClient';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { fakeTransport } from '../../support/client/fakeTransport';

test('looking at the request first sends nothing and shows the request', async () => {
  const transport = fakeTransport();
  const confirmation = fakeConfirmation('review');
  const { useCases, presenter } = fakeClient({ ports: { transport, confirmation } });
  expect(await useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
  expect(transport.sent).toEqual([]);
  expect(presenter.documents.map(({ kind }) => kind)).toEqual(['request']);
  expect(confirmation.questions[0]).toMatchObject({
    proceed: 'Apply Update',
    review: 'Show Request',
  });
});

test('the connection is free again afterwards', async () => {
  const { useCases } = fakeClient({ ports: { confirmation: fakeConfirmation('review') } });
  await useCases.sendUpdate(place);
  expect(await useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
});
