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
    [['a'], [], [], 'applied', 'The cloud holds every value that was sent.'],
    [
      ['a'],
      [],
      ['psk'],
      'applied',
      'The cloud holds every value that was sent (psk can never be read back).',
    ],
    [
      [],
      ['a', 'b'],
      [],
      'not-applied',
      'The cloud holds none of the values that were sent: the update was not applied, or not yet.',
    ],
    [
      ['a'],
      ['b', 'c'],
      ['psk'],
      'partly',
      'The cloud holds a as sent (perhaps from before) and not, or not yet, b, c (psk can never be read back).',
    ],
    [
      [],
      [],
      ['psk'],
      'cannot-tell',
      'Whether the update was applied cannot be told, because psk can never be read back.',
    ],
  ])(
    'for equal %j, different %j, unreadable %j is %s',
    (equal, different, secret, kind, sentence) => {
      expect(state(equal, different, secret)).toEqual({ kind, sentence });
    },
  );
});
