// The meaning of values, as data: what is the same, and how a value of the connection is sent.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { joinItems } from '../../server/src/protocol/joinItems';
import type { Json } from '../../server/src/protocol/json';
import { compareValues, type Sameness } from '../../server/src/protocol/sameValue';

const read = (file: string): unknown => parse(readFileSync(`test/cases/values/${file}`, 'utf8'));

const pairs = read('same.yaml') as readonly {
  readonly field: string;
  readonly a?: Json;
  readonly b?: Json;
  readonly are: Sameness;
}[];

describe('two values', () => {
  test.each(pairs.map((pair) => [JSON.stringify(pair), pair] as const))(
    '%s',
    (_text, { field, a, b, are }) => {
      const pointer = `/vpn_connection/${field}`;
      expect([compareValues(pointer, a, b), compareValues(pointer, b, a)]).toEqual([are, are]);
    },
  );
});

const joined = read('joined.yaml') as readonly {
  readonly case: string;
  readonly field: string;
  readonly live: Json;
  readonly sent: Json;
}[];

describe('as an update can send them', () => {
  test.each(joined)('$case', ({ field, live, sent }) => {
    const pointer = `/vpn_connection/${field}`;
    expect(joinItems(pointer, live)).toEqual(sent);
    expect(joinItems(pointer, sent)).toEqual(sent);
    expect(compareValues(pointer, sent, live)).toBe('same');
  });
});

test('a large answer is compared and joined in no time', () => {
  const network = (index: number): string => `10.${index >> 8}.${index & 255}.0/24`;
  const many = Array.from({ length: 20_000 }, (_, index) => ({
    rule_index: index,
    source: '10.0.0.0/24',
    destination: [network(index), network(index)],
  }));
  const sent = joinItems('/vpn_connection/policy_rules', many);
  expect(sent).toHaveLength(1);
  expect(compareValues('/vpn_connection/policy_rules', sent, many)).toBe('same');
});
