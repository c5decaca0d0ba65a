// How much work a proposal is at most, in a document that holds more than an update has.
import { beforeEach, expect, test, vi } from 'vitest';
import { complete, createSnapshot } from '../../../server/src/service';
import type * as hypotheticalModule from '../../../server/src/service/features/completion/hypothetical';
import type * as messagesModule from '../../../server/src/service/schema/messages';
import { head, updateText } from '../../support/updateText';

const work = vi.hoisted(() => ({ tried: 0, largest: 0, worded: 0 }));
vi.mock('../../../server/src/service/features/completion/hypothetical', async (load) => {
  const original = await load<typeof hypotheticalModule>();
  return {
    ...original,
    fillPlace: (...input: Parameters<typeof original.fillPlace>) => {
      work.tried++;
      work.largest = Math.max(work.largest, JSON.stringify(input[2]).length);
      return original.fillPlace(...input);
    },
  };
});
vi.mock('../../../server/src/service/schema/messages', async (load) => {
  const original = await load<typeof messagesModule>();
  return {
    ...original,
    unknownKey: (...input: Parameters<typeof original.unknownKey>) => {
      work.worded++;
      return original.unknownKey(...input);
    },
  };
});

beforeEach(() => {
  Object.assign(work, { tried: 0, largest: 0, worded: 0 });
});

function completeAtEnd(text: string, character: number): void {
  const position = { line: text.split('\n').length - 2, character };
  const options = { format: 'markdown', snippets: true, triggerSuggest: true } as const;
  complete(createSnapshot(text), position, options);
}

test('a value that stands there is tried under each key, but not one of thousands of values', () => {
  const entries = (count: number): string =>
    Array.from({ length: count }, (_, at) => `  k${at}: 1\n`).join('');
  const text = (count: number): string =>
    `x-a: &a\n${entries(count)}${head}vpn_connection:\n  a: [*a, *a, *a]\n`;
  completeAtEnd(text(10), 3);
  expect(work.largest).toBeGreaterThan(200);
  work.largest = 0;
  completeAtEnd(text(900), 3);
  expect(work.tried).toBeGreaterThan(10);
  expect(work.largest).toBeLessThan(200);
});

test('nothing is tried in a document with thousands of fields', () => {
  const networks = (count: number): string =>
    updateText(`peer_subnets: [${'10.0.0.0/8, '.repeat(count)}]\n`);
  completeAtEnd(networks(900), 2);
  expect(work.tried).toBeGreaterThan(0);
  work.tried = 0;
  completeAtEnd(networks(1_000), 2);
  expect(work.tried).toBe(0);
});

test('mistakes beside the place are not put into words again and again', () => {
  const wrong = Array.from({ length: 300 }, (_, at) => `zz${at}: a\n`).join('');
  completeAtEnd(updateText(`${wrong}n: a`), 3);
  expect(work.tried).toBeGreaterThan(5);
  expect(work.worded).toBeLessThan(10);
});
