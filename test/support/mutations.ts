// Texts as they stand in an editor: valid files, cut and mutated at random places.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { updateText } from './updateText';

/** How often a property runs: a few hundred times, or as often as `VPNCONN_RUNS` says. */
export const runs = Number(process.env['VPNCONN_RUNS'] ?? 300);

const examples = readdirSync('schemas/examples')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readFileSync(`schemas/examples/${file}`, 'utf8'));

/** Files that use every field and every style of YAML. */
export const validTexts: readonly string[] = [
  ...examples,
  updateText('name: a'),
  `${updateText('ikepolicy: {ike_version: v2, dpd: {timeout: 15, interval: 30}}')}---\n${updateText('peer_subnets: [10.0.0.0/8, "172.16.0.0/12"]')}`,
  `x-shared: &p\n  dh_group: group20 # 名 😀\n${updateText('ikepolicy:\n  <<: *p\n  lifetime_seconds: 3600\npolicy_rules:\n  - source: 10.0.0.0/24\n    destination:\n      - 192.168.1.0/24')}`,
];

const splinters = [
  '\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  '\t',
  ':',
  ': ',
  '- ',
  '#',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '|',
  '>',
  '&a',
  '*a',
  '!',
  '!secret x',
  '---\n',
  '...\n',
  '%',
  '@',
  '`',
  '?',
  '\0',
  '😀',
  '\uD83D',
  '名',
  '\u2028',
  '<<<<<<< HEAD\n',
  '<<: ',
  '~',
  '0x1F',
  '1e400',
  '__proto__: 1\n',
  'constructor: 1\n',
  'psk',
  'x-a: &a [*a]\n',
  '[[[[[[[[',
  '\uFEFF',
];

interface Cut {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(20), fc.nat(2000)),
  insert: fc.oneof(fc.constant(''), fc.constantFrom(...splinters), fc.string({ maxLength: 5 })),
});

/** A valid file after up to six cuts and insertions. */
export const mutatedText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...validTexts), fc.array(cut, { maxLength: 6 }))
  .map(([text, cuts]) => cuts.reduce(applyCut, text));

function applyCut(text: string, { at, remove, insert }: Cut): string {
  const start = Math.floor(at * (text.length + 1));
  return text.slice(0, start) + insert + text.slice(start + remove);
}
