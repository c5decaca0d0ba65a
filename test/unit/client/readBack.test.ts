import { describe, expect, test } from 'vitest';
import { compareHeld } from '../../../client/src/core/model/compareRemote';
import { cloudState } from '../../../client/src/core/apply/cloudState';

describe('compareHeld', () => {
  test('names fields below the connection and sets secrets apart', () => {
    const sent = { c: { psk: 'x', a: 1, deep: { b: 2, 'odd/~key': 3 }, list: [{ psk: 'y' }] } };
    const held = { c: { a: 1, deep: { b: 3, 'odd/~key': 3 } }, other: true };
    expect(compareHeld(sent, held, ['/c/psk', '/c/list/0/psk'])).toEqual({
      equal: ['a', 'deep.odd/~key'],
      different: ['deep.b'],
      unreadable: ['psk', 'list'],
    });
  });
});

describe('the sentence', () => {
  const state = (equal: string[], different: string[], unreadable: string[]) =>
    cloudState({ equal, different, unreadable });

  test.each([
    [['a'], [], [], 'applied', 'The connection has every value that was sent.'],
    [
      ['a'],
      [],
      ['psk'],
      'applied',
      "The connection has every value that was sent. These can't be read back: psk.",
    ],
    [
      [],
      ['a', 'b'],
      [],
      'not-applied',
      "The connection has none of the values that were sent: the update wasn't applied, or not yet.",
    ],
    [
      ['a'],
      ['b', 'c'],
      ['psk'],
      'partly',
      "The connection has some of the values that were sent, perhaps from before: a. It doesn't have these, or not yet: b, c. These can't be read back: psk.",
    ],
    [
      [],
      [],
      ['psk'],
      'cannot-tell',
      "Can't determine whether the update was applied, because these fields can't be read back: psk.",
    ],
  ])(
    'for equal %j, different %j, unreadable %j is %s',
    (equal, different, secret, kind, sentence) => {
      expect(state(equal, different, secret)).toEqual({ kind, sentence });
    },
  );
});
