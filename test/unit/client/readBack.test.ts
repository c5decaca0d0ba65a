import { describe, expect, test } from 'vitest';
import { compareRemote, type Comparison } from '../../../client/src/core/model/compareRemote';
import { cloudState } from '../../../client/src/core/apply/cloudState';

test('fields are named below the connection, and secrets are set apart', () => {
  const sent = { c: { psk: 'x', a: 1, deep: { b: 2, 'odd/~key': 3 }, list: [{ psk: 'y' }] } };
  const remote = { c: { a: 1, deep: { b: 3, 'odd/~key': 3 } }, other: true };
  expect(compareRemote({ sent, secrets: ['/c/psk', '/c/list/0/psk'] }, remote)).toEqual({
    equal: ['a', 'deep.odd/~key'],
    different: ['deep.b'],
    unreadable: ['psk', 'list'],
    applied: 'partly',
  });
});

describe('the sentence', () => {
  const state = (
    applied: Comparison['applied'],
    equal: string[],
    different: string[],
    unreadable: string[],
  ) => cloudState({ applied, equal, different, unreadable });

  test.each([
    ['yes', ['a'], [], [], 'applied', 'The connection has every value that was sent.'],
    [
      'yes',
      ['a'],
      [],
      ['psk'],
      'applied',
      "The connection has every value that was sent. These can't be read back: psk.",
    ],
    [
      'no',
      [],
      ['a', 'b'],
      [],
      'not-applied',
      "The connection has none of the values that were sent: the update wasn't applied, or not yet.",
    ],
    [
      'no',
      ['a'],
      ['b'],
      [],
      'not-applied',
      "The connection has none of the changed values: the update wasn't applied, or not yet.",
    ],
    [
      'partly',
      ['a'],
      ['b', 'c'],
      ['psk'],
      'partly',
      "The connection has some of the values that were sent, perhaps from before: a. It doesn't have these, or not yet: b, c. These can't be read back: psk.",
    ],
    [
      'unknown',
      [],
      [],
      ['psk'],
      'cannot-tell',
      "Can't determine whether the update was applied, because these fields can't be read back: psk.",
    ],
  ] as const)(
    '%s, for equal %j, different %j, unreadable %j, is %s',
    (applied, equal, different, secret, kind, sentence) => {
      expect(state(applied, [...equal], [...different], [...secret])).toEqual({ kind, sentence });
    },
  );
});
