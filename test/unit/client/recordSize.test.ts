// What is written into a record can be read back, whatever the cloud answered and however often a secret
// is in it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginEntry, lookUpEntry, type NewEntry } from '../../../client/src/core/journal/journal';
import type { Context } from '../../../client/src/core/redaction/context';
import { redactedPorts } from '../../../client/src/core/redaction/redactedPorts';
import { maxJsonDepth, maxJsonLength, parseJson } from '../../../client/src/core/model/json';
import { maxRecordBytes } from '../../../client/src/core/ports/records';
import { fitRecord } from '../../../client/src/core/redaction/fitRecord';
import { recordFolder } from '../../../client/src/vscode/ports/recordFolder';
import { connectionId, projectId } from '../../support/client/exampleUpdate';
import { fakeClient } from '../../support/client/fakeClient';
import type { JsonObject } from '../../../server/src/protocol/json';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vpnconn-records-'));
});
afterEach(() => rm(root, { recursive: true }));

/** An answer of exactly the length and depth that is still read, full of this. */
function answerOf(item: string): JsonObject {
  const levels = maxJsonDepth - 2;
  const frame = (content: string) =>
    `{"vpn_connection":{"id":"c"},"more":${'['.repeat(levels)}${content}${']'.repeat(levels)}}`;
  const count = Math.floor((maxJsonLength - frame('').length) / (item.length + 1));
  return parseJson(frame(Array<string>(count).fill(item).join(','))) as JsonObject;
}

const cases: Readonly<Record<string, string>> = {
  'deep lists': '123456',
  'more values than are worth printing': '1',
  'text in three bytes': '"密钥密钥"',
  'escaped text': '"\\u0001\\ud800"',
  'a short secret again and again': `"${'ab1'.repeat(1000)}"`,
};

test.each(Object.entries(cases))('%s', async (_what, item) => {
  const { ports, redactor } = fakeClient({ ports: { records: recordFolder(root) } });
  redactor.register('ab1');
  const context: Context = { ...redactedPorts(ports, redactor), redactor };
  const draft: NewEntry = {
    ...{ purpose: 'update', who: 'me', secrets: [], sent: { vpn_connection: { name: 'a' } } },
    connection: {
      ...{ url: 'https://vpn.example.com/c', projectId, connectionId, label: 'x' },
      target: { kind: 'regional', region: 'eu-west-101' },
    },
    before: answerOf(item),
  };
  const begun = await beginEntry(context, draft);
  if (begun.kind !== 'begun') throw new Error(begun.detail);
  const read = await lookUpEntry(context, begun.entry.id);
  expect(read).toMatchObject({ kind: 'found', entry: { sent: draft.sent } });
});

test('a record that is too long without indentation loses its largest member and nothing else', () => {
  const before = 'x'.repeat(maxRecordBytes);
  const text = fitRecord(JSON.stringify({ version: 1, before, sent: { name: 'a' } }, null, 2));
  expect(JSON.parse(text)).toEqual({ version: 1, sent: { name: 'a' } });
});
