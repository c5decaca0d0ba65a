// Moving a literal key to the secret storage: the key is never lost, never shown, never overwritten.
import { describe, expect, test } from 'vitest';
import type { Ports } from '../../../client/src/core/ports/ports';
import { nameOfFile } from '../../../client/src/core/secrets/chooseName';
import { fakeClient } from '../../support/client/fakeClient';
import { answering } from '../../support/client/fakeServer';
import { fakePrompts } from '../../support/client/fakePrompts';
import { serviceServer } from '../../support/client/serviceServer';
import { updateText } from '../../support/updateText';

const key = 'Ab"cd\\1234';
const text = updateText('name: site-a\npsk: "Ab\\"cd\\\\1234" # since May');
const moved = updateText('name: site-a\npsk: !secret site-a # since May');
const place = { uri: 'file:///w/site-b.vpnconn.yaml', position: { line: 4, character: 0 } };
const another = 'Another-Key-42';

/** A client with one open file and scripted answers. */
function given(
  content: string,
  replies: readonly (string | undefined)[],
  stored: Readonly<Record<string, string>> = {},
  ports: Partial<Ports> = {},
) {
  const buffer = serviceServer(content);
  const prompts = fakePrompts(...replies);
  const { server, documents } = buffer;
  const client = fakeClient({ stored, ports: { server, documents, prompts, ...ports } });
  return { ...client, buffer, prompts, run: () => client.useCases.storeLiteralSecret(place) };
}

/** Everything that people can see. */
function shown({ presenter, log, prompts }: ReturnType<typeof given>): string {
  return JSON.stringify([presenter.messages, log.lines, prompts.asked, prompts.offered]);
}

describe('Move Pre-Shared Key to Secret Storage', () => {
  test('stores the key as it is meant and writes a reference in its place', async () => {
    const client = given(text, ['site-a']);
    expect(await client.run()).toEqual({ kind: 'done' });
    expect([...client.secrets.values]).toEqual([['value:site-a', key]]);
    expect(client.buffer.text()).toBe(moved);
    expect(client.prompts.asked).toMatchObject([{ input: 'visible', initial: 'site-a' }]);
    expect(client.presenter.messages).toMatchObject([
      { severity: 'information', text: expect.stringMatching(/"site-a".*change the key/) },
    ]);
    expect(shown(client)).not.toContain('1234');
    expect(client.redactor.redact(`x ${key} y`)).not.toContain(key);
  });

  test('suggests the name of the file when the connection has none', async () => {
    const client = given(updateText('psk: Abcd1234!'), [' site-b ']);
    await client.run();
    expect(client.prompts.asked).toMatchObject([{ initial: 'site-b' }]);
    expect(client.buffer.text()).toBe(updateText('psk: !secret site-b'));
  });

  test.each(['', 'two words', '-a', 'a/b', `x${key}`])('takes no name such as %j', async (name) => {
    const client = given(text, [name]);
    await expect(client.run()).rejects.toThrow('refused by the question');
    expect(client.secrets.values.size).toBe(0);
    expect(client.buffer.text()).toBe(text);
  });
});

describe('a name that is taken', () => {
  const stored = { 'value:site-a': another };

  test('is asked about, and another one keeps both keys', async () => {
    const client = given(text, ['site-a', 'Use Another Name', 'site-c'], stored);
    expect(await client.run()).toEqual({ kind: 'done' });
    expect(Object.fromEntries(client.secrets.values)).toEqual({ ...stored, 'value:site-c': key });
    expect(client.buffer.text()).toContain('psk: !secret site-c #');
  });

  test('is replaced on demand only', async () => {
    const client = given(text, ['site-a', 'Replace the Stored Key'], stored);
    await client.run();
    expect(client.secrets.values.get('value:site-a')).toBe(key);
    expect(client.prompts.offered).toEqual([['Use Another Name', 'Replace the Stored Key']]);
  });

  test('by the same key needs no question', async () => {
    const client = given(text, ['site-a'], { 'value:site-a': key });
    expect(await client.run()).toEqual({ kind: 'done' });
    expect(client.buffer.text()).toBe(moved);
  });

  test.each([[[undefined]], [['site-a', undefined]], [['site-a', 'Use Another Name', undefined]]])(
    'leaves everything as it is with Escape: %j',
    async (replies) => {
      const client = given(text, replies, stored);
      expect(await client.run()).toEqual({ kind: 'left' });
      expect(Object.fromEntries(client.secrets.values)).toEqual(stored);
      expect(client.buffer.text()).toBe(text);
    },
  );
});

describe('nothing is lost', () => {
  test('when the storage cannot be written', async () => {
    const client = given(text, ['site-a']);
    client.secrets.lock();
    expect(await client.run()).toMatchObject({ problem: { code: 'secret-storage-unavailable' } });
    expect(client.buffer.text()).toBe(text);
  });

  test('when the storage takes the key and loses it', async () => {
    const { secrets } = fakeClient();
    const forgetful = { ...secrets, store: async () => ({ kind: 'done' as const }) };
    const client = given(text, ['site-b'], {}, { secrets: forgetful });
    expect(await client.run()).toMatchObject({ problem: { code: 'secret-storage-unavailable' } });
    expect(client.buffer.text()).toBe(text);
  });

  test('when the document changes while the name is asked for', async () => {
    const client = given(text, []);
    const prompts = {
      ...client.prompts,
      ask: async () => {
        client.buffer.type('# more\n');
        return 'site-a';
      },
    };
    const { server, documents } = client.buffer;
    const typing = fakeClient({ stored: {}, ports: { server, documents, prompts } });
    expect(await typing.useCases.storeLiteralSecret(place)).toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    expect(typing.secrets.values.size).toBe(0);
    expect(client.buffer.text()).toBe(`${text}# more\n`);
  });

  test('when the editor refuses the edit: the key is in both places and the message says so', async () => {
    const client = given(text, ['site-a']);
    client.buffer.freeze();
    expect(await client.run()).toMatchObject({ problem: { code: 'text-unchanged' } });
    expect(client.secrets.values.get('value:site-a')).toBe(key);
    expect(client.buffer.text()).toBe(text);
    expect(client.presenter.messages[0]?.text).toContain('!secret site-a');
  });

  test.each(['psk: Abcd1234 #x', 'psk: 0123456789'])('while YAML alters it: %s', async (line) => {
    const client = given(updateText(line), []);
    expect(await client.run()).toMatchObject({ problem: { code: 'no-literal-secret' } });
    expect(client.presenter.messages[0]?.text).toContain('Put it in quotes first');
    expect(client.secrets.values.size).toBe(0);
  });

  test('without a language server', async () => {
    const { server } = serviceServer(text);
    const dead = answering(server, {
      'vpnconn/locateLiteralSecret': () => ({ kind: 'unavailable', detail: 'crashed' }),
    });
    const client = given(text, [], {}, { server: dead });
    expect(await client.run()).toMatchObject({ problem: { code: 'server-unavailable' } });
  });
});

test.each([
  ['file:///w/site-a.vpnconn.yaml', 'site-a'],
  ['file:///w/site-a.vpnconn.yml', 'site-a'],
  ['file:///w/site-a.yaml', 'site-a'],
  ['untitled:Untitled-1', undefined],
  ['file:///w/my%20site.vpnconn.yaml', undefined],
  ['file:///w/.vpnconn.yaml', undefined],
])('the name of %s is %s', (uri, name) => {
  expect(nameOfFile(uri)).toBe(name);
});
