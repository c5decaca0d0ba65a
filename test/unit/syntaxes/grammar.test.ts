// What our grammar adds to YAML: known keys, references, secrets and addresses.
import { beforeAll, describe, expect, test } from 'vitest';
import { table } from '../../../server/src/service/schema/table';
import { loadGrammar, type Token } from './tokenize';

let tokenize: (text: string) => readonly Token[];
beforeAll(async () => {
  tokenize = await loadGrammar();
});

/** The pieces of the text that have a scope of ours, with the last part of its name left out. */
function marked(text: string): readonly (readonly [string, string])[] {
  return tokenize(text).flatMap(({ text: piece, scopes }) =>
    scopes
      .filter((scope) => scope.endsWith('.vpnconn'))
      .map((scope) => [piece, scope.replace('.vpnconn', '')] as const),
  );
}

const key = 'variable.other.property';
const sensitiveKey = 'variable.other.property.sensitive';
const secret = 'string.other.sensitive';
const reference = ['keyword.other.reference', 'variable.other.constant.reference'] as const;
const [address, prefix] = [
  'constant.numeric.ip-address',
  'constant.numeric.prefix-length',
] as const;

describe('keys', () => {
  const keys = table.allFields().filter(({ key: name }) => /^[a-z]\w*$/.test(name));

  test.each([...new Set(keys.map(({ key: name }) => name))])('%s is known', (name) => {
    const sensitive = keys.some((facts) => facts.key === name && facts.sensitive);
    expect(marked(`${name}:`)).toEqual([[name, sensitive ? sensitiveKey : key]]);
  });

  test.each(['names', 'nam', 'my_name', 'psks', 'name-of', 'Name'])('%s is not', (name) => {
    expect(marked(`${name}: x`)).toEqual([]);
  });

  test.each(['"name"', "'name'"])('%s is known in quotes', (name) => {
    expect(marked(`${name}: x`)).toEqual([['name', key]]);
  });

  test('are known between braces', () => {
    expect(marked('dpd: {timeout: 30}')).toEqual([
      ['dpd', key],
      ['timeout', key],
    ]);
  });

  test('are no keys as values', () => {
    expect(marked('x: name')).toEqual([]);
  });
});

describe('references', () => {
  test.each(['secret', 'env'])('!%s NAME is marked as a whole', (tag) => {
    expect(marked(`psk: !${tag} site-a`)).toEqual([
      ['psk', sensitiveKey],
      [`!${tag}`, reference[0]],
      ['site-a', reference[1]],
    ]);
  });

  test.each(['!secrets x', '!sec x', '!str x', '!secretx'])('%s is not one', (text) => {
    expect(marked(`x: ${text}`)).toEqual([]);
  });
});

describe('secrets in clear text', () => {
  test.each([
    ['psk: Abcd#1234', 'Abcd#1234'],
    ['psk: Abcd 12 # comment', 'Abcd 12'],
    ['psk: Abcd,12]34', 'Abcd,12]34'],
    ['psk: "Ab cd#1234"   # comment', 'Ab cd#1234'],
    ["psk: 'Abcd'", 'Abcd'],
    ["psk: 'Ab''cd' # 'comment'", "Ab''cd"],
    ['psk: "Ab\\"cd" # "comment"', 'Ab\\"cd'],
    ['"psk": Abcd', 'Abcd'],
    ['x: {psk: Abcd1234, name: y}', 'Abcd1234'],
    ['x: {psk: "Ab,cd"}', 'Ab,cd'],
  ])('%s', (text, value) => {
    expect(marked(text).filter(([, scope]) => scope === secret)).toEqual([[value, secret]]);
  });

  test.each(['psk:', 'psk: ', 'psks: Abcd', 'x: psk', 'psk: !secret a', '# psk: Abcd'])(
    '%s has none',
    (text) => {
      expect(marked(text).filter(([, scope]) => scope === secret)).toEqual([]);
    },
  );
});

describe('addresses', () => {
  test('have their prefix length marked apart', () => {
    expect(marked('x: 192.168.1.0/24')).toEqual([
      ['192.168.1.0', address],
      ['/24', prefix],
    ]);
  });

  test('are marked in lists and quotes', () => {
    const found = marked(`x: [10.0.0.0/8, "172.16.0.1"]`).filter(([, scope]) => scope === address);
    expect(found.map(([text]) => text)).toEqual(['10.0.0.0', '172.16.0.1']);
  });

  test.each(['1.2.3.4.5', 'v1.2.3.4', '1.2.3', '1.2.3.4/24/7', '# 1.2.3.4'])(
    '%s is none',
    (text) => {
      expect(marked(`x: ${text}`)).toEqual([]);
    },
  );
});
