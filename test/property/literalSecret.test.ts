// The key that moves to the secret storage is to the letter the key that would have been sent, and the
// update that refers to it is the same update.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readScalar } from '../../client/src/core/secrets/readScalar';
import { createSnapshot, locateLiteralSecret, prepareUpdate } from '../../server/src/service';
import { fakeClient } from '../support/client/fakeClient';
import { fakePrompts } from '../support/client/fakePrompts';
import { serviceServer } from '../support/client/serviceServer';
import { runs } from '../support/mutations';
import { head } from '../support/updateText';

const start = { line: 0, character: 0 };

/** Characters that mean something to YAML, among those of a key. */
const written = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('aZ9~!@#$%^()-_+={},./:;*&|>?[]\'"\\ ')) }),
  fc.constantFrom('\\x41bc', '\\u0041', '\\t', '\\"', "''", '\\/', '\\e', '\\_', '---', '%YAML'),
);

const key = fc
  .tuple(
    fc.constantFrom('', '"', "'"),
    fc.array(written, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([quote, parts, flow]) => {
    const scalar = `${quote}Ab1!${parts.join('')}cdefgh${quote}`;
    return flow
      ? `${head}vpn_connection: {name: site-a, psk: ${scalar}}\n`
      : `${head}vpn_connection:\n  name: site-a\n  psk: ${scalar}\n`;
  });

test('what is moved is what would have been sent', () => {
  fc.assert(
    fc.property(key, (text) => {
      const located = locateLiteralSecret(createSnapshot(text), start, 1);
      const before = prepareUpdate(createSnapshot(text), start, 1);
      fc.pre(located.kind === 'found' && before.kind === 'ready');
      const line = text.split('\n')[located.range.start.line]!;
      const { start: from, end: to } = located.range;
      const value = readScalar(line.slice(from.character, to.character));
      expect({ value }).toEqual({ value: secretIn(before.update.body) });
      const reference = line.slice(0, from.character) + '!secret x' + line.slice(to.character);
      const after = prepareUpdate(createSnapshot(text.replace(line, () => reference)), start, 1);
      expect(after).toMatchObject({
        kind: 'ready',
        update: { secrets: [{ pointer: '/vpn_connection/psk', source: 'secret', name: 'x' }] },
      });
    }),
    { numRuns: runs },
  );
});

test('what cannot be moved stays in the file as it is, and is stored nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(key, async (text) => {
      const buffer = serviceServer(text);
      const { server, documents } = buffer;
      const { useCases, secrets } = fakeClient({
        stored: {},
        ports: { server, documents, prompts: fakePrompts('x') },
      });
      const outcome = await useCases.storeLiteralSecret({ uri: 'file:///a', position: start });
      fc.pre(outcome.kind === 'refused');
      expect(buffer.text()).toBe(text);
      expect([...secrets.values]).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test.each([
  ['Abcd', 'Abcd'],
  ["'it''s'", "it's"],
  ['"\\x41\\u00e9\\"\\\\"', 'Aé"\\'],
  ['-a', '-a'],
  ['!secret a', undefined],
  ['!!str a', undefined],
  ['&a b', undefined],
  ['*a', undefined],
  ['123', undefined],
  ['~', undefined],
  ['', undefined],
  ['""', undefined],
  ['"a', undefined],
  ['a: b', undefined],
  ['[a]', undefined],
  ['a #b', undefined],
])('the value of %j', (text, value) => {
  expect(readScalar(text)).toBe(value);
});

function secretIn(body: unknown): unknown {
  return (body as { vpn_connection: { psk: unknown } }).vpn_connection.psk;
}
