// What a double click selects and what Enter does, by the expressions that the editor is given.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface OnEnterRule {
  readonly beforeText: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

interface LanguageConfiguration {
  readonly wordPattern: string;
  readonly onEnterRules: readonly OnEnterRule[];
}

const configuration = JSON.parse(
  readFileSync('syntaxes/language-configuration.json', 'utf8'),
) as LanguageConfiguration;

/** The word around the bar in `text`. */
function wordAt(text: string): string | undefined {
  const offset = text.indexOf('|');
  const words = text.replace('|', '').matchAll(new RegExp(configuration.wordPattern, 'g'));
  return [...words].find(
    ({ index, 0: word }) => index <= offset && offset <= index + word.length,
  )?.[0];
}

describe('a double click selects the whole', () => {
  test.each([
    ['  authentication_algorithm: SHA2-|256', 'SHA2-256'],
    ['  authentication_algorithm: sha|2-256 # usual', 'sha2-256'],
    ['  encryption_algorithm: "aes-256-|gcm-16"', 'aes-256-gcm-16'],
    ['  dh_group: gro|up14', 'group14'],
    ['  peer_subnets: [10.0.|0.0/8, 172.16.0.0/12]', '10.0.0.0/8'],
    ['    - 192.168.|1.0/24', '192.168.1.0/24'],
    ['  local_id: 198.51.|100.7', '198.51.100.7'],
    [
      'vpn_connection_id: 98c5af8a-1c2d-4e3f-|8a9b-ae2280a6f4c3',
      '98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3',
    ],
    ['  phase1_|negotiation_mode: main', 'phase1_negotiation_mode'],
    ['  psk: !secret site|-a', 'site-a'],
    ['{time|out: 30}', 'timeout'],
  ])('%s', (text, word) => {
    expect(wordAt(text)).toBe(word);
  });
});

/**
 * What the editor does on Enter behind `line`. The manifest sets `editor.autoIndent` to `advanced`, at
 * which the editor asks the rules for Enter and not those for indentation.
 */
function onEnter(line: string): string {
  const rule = configuration.onEnterRules.find(({ beforeText }) =>
    new RegExp(beforeText).test(line),
  );
  if (rule === undefined) return 'keep';
  const { indent, appendText = '' } = rule.action;
  return appendText === '' ? indent : `${indent} ${appendText.length}`;
}

describe('Enter', () => {
  test.each([
    ['vpn_connection:', 'indent'],
    ['  ikepolicy: # phase 1', 'indent'],
    ['x-shared: &p', 'indent'],
    ['  name: |', 'indent'],
    ['  name: >-', 'indent'],
    ['  name: site-a', 'keep'],
    ['  local_id: a:b', 'keep'],
    ['  psk: !secret site-a', 'keep'],
    ['# a comment:', 'keep'],
    ['  # a comment', 'keep'],
    ['', 'keep'],
    ['    - 10.0.0.0/8', 'keep'],
    ['    - source: 10.0.0.0/24', 'none 2'],
    ['    - source: 10.0.0.0/24 # lan:', 'none 2'],
    ['    - destination:', 'none 4'],
    ['    - destination: # lan', 'none 4'],
    ['    - # comment:', 'keep'],
  ])('behind "%s": %s', (line, action) => {
    expect(onEnter(line)).toBe(action);
  });
});

test('no expression takes long for a long line', () => {
  const started = performance.now();
  for (const line of [' '.repeat(5_000), 'a:'.repeat(2_500), `- ${'a: '.repeat(2_000)}`])
    onEnter(`${line}!`);
  expect(performance.now() - started).toBeLessThan(2_000);
});
