import { describe, expect, test } from 'vitest';
import type { Json } from '../../../server/src/protocol/messages';
import { compareHeld } from '../../../client/src/core/model/compareRemote';
import { cloudState } from '../../../client/src/core/apply/reconcile';

/** Whether one value counts as what was sent, below an object as in a body. */
function matches(sent: Json, held: Json | undefined): boolean {
  const holder = held === undefined ? {} : { field: held };
  const { equal } = compareHeld({ body: { field: sent } }, { body: holder }, []);
  return equal.length === 1;
}

describe('compareHeld', () => {
  test.each<[string, Json, Json | undefined]>([
    ['the same text', 'site-a', 'site-a'],
    ['the upper case of an answer', 'policy', 'POLICY'],
    ['a number and its text', 3600, '3600'],
    ['lists in another order', ['10.0.0.0/8', '192.168.1.0/24'], ['192.168.1.0/24', '10.0.0.0/8']],
    ['a network spelled by one of its hosts', ['192.168.1.5/24'], ['192.168.1.0/24']],
    ['a network of all addresses', ['1.2.3.4/0'], ['0.0.0.0/0']],
    ['empty lists', [], []],
    ['no list for an empty one', [], undefined],
    [
      'rules that the service numbered and split',
      [{ index: 0, from: '10.0.0.0/24', to: ['10.1.0.0/24', '10.2.0.0/24'] }],
      [
        { index: 2, from: '10.0.0.0/24', to: ['10.2.0.0/24'] },
        { index: 1, from: '10.0.0.0/24', to: ['10.1.0.0/24'] },
      ],
    ],
    ['members that were not sent', [{ a: 'x' }], [{ a: 'x', b: 'y' }]],
    ['false', false, false],
  ])('counts as equal: %s', (_what, sent, held) => {
    expect(matches(sent, held)).toBe(true);
  });

  test.each<[string, Json, Json | undefined]>([
    ['another text', 'site-a', 'site-b'],
    ['another case of a name', 'Site-A', 'SITE-A'],
    ['another case of a name, back', 'site-a', 'Site-A'],
    ['nothing', 'site-a', undefined],
    ['null', 'site-a', null],
    ['another number', 3600, 3601],
    ['one network less', ['10.0.0.0/8', '192.168.1.0/24'], ['10.0.0.0/8']],
    ['one network more', ['10.0.0.0/8'], ['10.0.0.0/8', '192.168.1.0/24']],
    ['another length', ['10.0.0.0/8'], ['10.0.0.0/9']],
    ['another host of one network, outside of lists', '169.254.1.1/30', '169.254.1.2/30'],
    ['no list', ['10.0.0.0/8'], '10.0.0.0/8'],
    ['an empty list', ['10.0.0.0/8'], []],
    ['an object', 'x', { x: 'x' }],
    [
      'rules with a destination less',
      [{ from: '10.0.0.0/24', to: ['10.1.0.0/24', '10.2.0.0/24'] }],
      [{ from: '10.0.0.0/24', to: ['10.1.0.0/24'] }],
    ],
    [
      'rules with crossed ends',
      [{ from: '10.0.0.0/24', to: ['10.1.0.0/24'] }],
      [{ from: '10.1.0.0/24', to: ['10.0.0.0/24'] }],
    ],
  ])('counts as different: %s', (_what, sent, held) => {
    expect(matches(sent, held)).toBe(false);
  });

  test('names fields below the connection and sets secrets apart', () => {
    const sent = { c: { psk: 'x', a: 1, deep: { b: 2, 'odd/~key': 3 }, list: [{ psk: 'y' }] } };
    const held = { c: { a: 1, deep: { b: 3, 'odd/~key': 3 } }, other: true };
    expect(compareHeld(sent, held, ['/c/psk', '/c/list/0/psk'])).toEqual({
      equal: ['a', 'deep.odd/~key'],
      different: ['deep.b'],
      unreadable: ['psk', 'list'],
    });
  });

  test('is not exhausted by a hostile answer', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `v${index}`);
    expect(matches([{ a: 'x', b: 'y', c: 'z' }], [{ a: many, b: many, c: many }])).toBe(false);
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
