// The list behind *New Update File…*: pages to the end, and nothing that looks like a whole list and is none.
import { expect, test } from 'vitest';
import { projectId } from '../../support/client/exampleUpdate';
import { fakeClient } from '../../support/client/fakeClient';
import { fakePrompts } from '../../support/client/fakePrompts';
import { answer, failure, fakeTransport, type Step } from '../../support/client/fakeTransport';

const page = (ids: readonly string[], marker?: string): Step =>
  answer(200, {
    vpn_connections: ids.map((id) => ({ id, name: `name-${id}`, status: 'ACTIVE' })),
    page_info: marker === undefined ? {} : { next_marker: marker },
  });

function client(...script: readonly Step[]) {
  const transport = fakeTransport(...script);
  const prompts = fakePrompts(projectId, undefined);
  return { ...fakeClient({ ports: { transport, prompts } }), transport, prompts };
}

test('all pages are read, and each connection is offered once', async () => {
  const given = client(page(['a', 'b'], 'b'), page(['b', 'c']));
  expect(await given.useCases.newUpdateFile()).toEqual({ kind: 'left' });
  expect(given.prompts.offered).toEqual([['name-a', 'name-b', 'name-c']]);
  expect(given.transport.sent.map(({ request }) => new URL(request.url).search)).toEqual([
    '?limit=200',
    '?limit=200&marker=b',
  ]);
});

test('a marker that repeats itself ends the list', async () => {
  const given = client(page(['a'], 'a'), page(['a'], 'a'));
  await given.useCases.newUpdateFile();
  expect(given.transport.sent).toHaveLength(2);
});

test('an identifier that would lead elsewhere is not offered', async () => {
  const given = client(page(['a', '../b', 'c?d']));
  await given.useCases.newUpdateFile();
  expect(given.prompts.offered).toEqual([['name-a']]);
});

test.each<[string, readonly Step[], string]>([
  ['an empty project', [page([])], 'no-connections'],
  ['a second page that fails', [page(['a'], 'a'), answer(500)], 'http-500'],
  ['no answer', [failure('connection-lost')], 'connection-lost'],
  ['a page of a proxy', [answer(200, '<html>')], 'not-the-api'],
  ['no permission', [answer(403)], 'http-403'],
])('%s is told, and nothing is offered', async (_what, script, code) => {
  const given = client(...script);
  expect(await given.useCases.newUpdateFile()).toMatchObject({ problem: { code } });
  expect(given.prompts.offered).toEqual([]);
  expect(given.presenter.messages).toHaveLength(1);
});

test('nothing is sent from a workspace that is not trusted', async () => {
  const given = client();
  given.state.trusted = false;
  expect(await given.useCases.newUpdateFile()).toMatchObject({ problem: { code: 'untrusted' } });
});
