// The journal as records: bounded, tolerant of damage, safe for windows that write at the same time.
import { expect, test } from 'vitest';
import { createWindowMemory } from '../../../client/src/core/credentials/windowMemory';
import { advanceEntry, beginEntry, readJournal } from '../../../client/src/core/journal/journal';
import type { NewEntry } from '../../../client/src/core/journal/journal';
import { parseEntry, printEntry } from '../../../client/src/core/journal/parseEntry';
import { reasonOf } from '../../../client/src/core/monitor/logReasons';
import { connectionId, projectId } from '../../support/client/exampleUpdate';
import { fakeLog } from '../../support/client/fakeLog';
import { fakeRecords } from '../../support/client/fakeRecords';
import { fakeTime } from '../../support/client/fakeTime';

const draft: NewEntry = {
  purpose: 'update',
  who: 'a token',
  connection: {
    url: `https://vpn.example/v5/${projectId}/vpn-connection/${connectionId}`,
    projectId,
    connectionId,
    target: { kind: 'regional', region: 'eu-west-101' },
    label: 'Region eu-west-101',
  },
  name: 'site-a',
  sent: { vpn_connection: { name: 'new', psk: '••••••' } },
  secrets: ['/vpn_connection/psk'],
  before: { vpn_connection: { name: 'old' }, request_id: 'r' },
};

function journal() {
  const time = fakeTime(Date.UTC(2026, 10, 23));
  const records = fakeRecords();
  const context = { clock: time.clock, records, log: fakeLog(), memory: createWindowMemory() };
  const begin = async () => {
    const begun = await beginEntry(context, draft);
    if (begun.kind !== 'begun') throw new Error('not begun');
    return begun.entry;
  };
  return { time, records, context, begin };
}

test('an entry is read back as it was written, at every stage', async () => {
  const { context, begin } = journal();
  const entry = await begin();
  const response = { status: 200, requestId: 'r', text: '{}' };
  for (const stage of [
    { kind: 'sending' },
    { kind: 'not-sent', sentence: 's' },
    { kind: 'rejected', sentence: 's', response },
    { kind: 'unclear', sentence: 's' },
    { kind: 'settling', at: 5, response },
    { kind: 'settled', at: 6, status: 'ACTIVE', sentence: 's', response },
  ] as const) {
    await advanceEntry(context, entry, stage);
    expect((await readJournal(context)).entries).toEqual([{ ...entry, stage }]);
  }
});

test('windows that begin in the same millisecond get entries of their own, newest first', async () => {
  const { context, begin, time } = journal();
  const both = await Promise.all([begin(), begin()]);
  expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  time.move(1);
  const last = await begin();
  expect((await readJournal(context)).entries[0]).toEqual(last);
});

test.each(['', '{', '[]', 'null', '{"version":1}', '{"version":2}'])(
  'what is not an entry is left out: %j',
  async (text) => {
    const { context, begin, records } = journal();
    const entry = await begin();
    records.texts.set('journal/2026-11-22T00-00-00.000Z-00.json', text);
    expect((await readJournal(context)).entries).toEqual([entry]);
  },
);

test('every cut of an entry is survived', async () => {
  const { begin } = journal();
  const text = printEntry(await begin());
  for (let length = 0; length < text.length; length += 1) {
    expect(parseEntry(text.slice(0, length))).toBeUndefined();
  }
});

test('two hundred entries are kept, and none longer than 180 days', async () => {
  const { context, begin, time, records } = journal();
  for (let number = 0; number < 201; number += 1) {
    await begin();
    time.move(1000);
  }
  expect(records.texts.size).toBe(200);
  time.move(180 * 24 * 3_600_000);
  await begin();
  expect((await readJournal(context)).entries).toHaveLength(1);
});

test('files that are not ours are left alone', async () => {
  const { begin, records, context } = journal();
  records.texts.set('journal/notes.txt', 'mine');
  await begin();
  expect(records.texts.get('journal/notes.txt')).toBe('mine');
  expect((await readJournal(context)).entries).toHaveLength(1);
});

test.each([
  ['Reason=[phase1 proposal mismatch]', /IKE algorithms/],
  ['x (Reason=[PHASE2 proposal or pfs mismatch])', /IPsec algorithms/],
  ['(Reason=[responder dh mismatch])', /DH groups/],
  ['(Reason=[version mismatch])', /IKEv1 and the other IKEv2/],
  ['(Reason=[exchange mode mismatch])', /aggressive/],
  ['(Reason=[authentication fail])', /pre-shared keys/],
  ['(Reason=[config ID mismatch])', /The ID that one end/],
  ['(Reason=[flow mismatch])', /networks/],
  ['(Reason=[dpd timeout])', /stopped responding/],
  ['(Reason=[config modify or manual offline])', /taken down for a configuration change/],
  ['(Reason=[phase1 hard expiry])', /lifetime/],
])('%s is decoded', (line, words) => {
  expect(reasonOf(line)?.meaning).toMatch(words);
});

test('an unknown reason is told as it is, and no reason is none', () => {
  expect(reasonOf('(Reason=[flux])')).toEqual({ text: 'flux' });
  expect(reasonOf('IPSec tunnel is established.')).toBeUndefined();
});
