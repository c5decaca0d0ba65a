// Fixes before and after, from the case files beside this one.
//
//   ### title of the case
//   name: 0123
//   #=> yaml/altered-text | Put it in quotes | preferred
//   name: '0123'
//
// Above the arrow the file (YAML below `vpn_connection:`, as in the examples of rules), behind it the
// problem, the title of its first fix with this title and whether that is the preferred one, below it
// the file after the fix. `#=> all` is the action that mends everything that is safe.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleText } from '../support/ruleExample';
import { fixesOf, withAction, withFixAll } from '../support/quickFix';

interface FixCase {
  readonly title: string;
  readonly before: string;
  readonly arrow: string;
  readonly after: string;
}

const folder = `${import.meta.dirname}/fixes`;
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

function readCases(content: string): readonly FixCase[] {
  const parts = content.split(/^### (.*)\n/m).slice(1);
  return parts.flatMap((title, at) => {
    if (at % 2 === 1) return [];
    const [before = '', arrow = '', after = ''] = (parts[at + 1] ?? '').split(/^#=> (.*)\n/m);
    const [first, last] = [before, after].map((yaml) => exampleText(yaml.replace(/\n$/, '')));
    return [{ title, before: first!, arrow, after: last! }];
  });
}

/** The text after the fix that the arrow names, with the title and the preference of the fix. */
function mend(text: string, arrow: string): { readonly text: string; readonly arrow: string } {
  if (arrow === 'all') return { text: withFixAll(text), arrow };
  const [code = '', title] = arrow.split(' | ');
  const fixes = fixesOf(text, code);
  const fix = fixes.find((action) => action.title === title) ?? fixes[0];
  if (fix === undefined) return { text, arrow: `${code} | nothing` };
  const preferred = fix.isPreferred === true ? ' | preferred' : '';
  return { text: withAction(text, fix), arrow: `${code} | ${fix.title}${preferred}` };
}

describe.each(files)('%s', (file) => {
  const cases = readCases(readFileSync(`${folder}/${file}`, 'utf8'));

  test('holds cases', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  test.each(cases.map((each) => [each.title, each] as const))('%s', (_title, each) => {
    expect(mend(each.before, each.arrow)).toEqual({ text: each.after, arrow: each.arrow });
  });

  test.each(cases.map((each) => [each.title, each] as const))('%s (CRLF)', (_title, each) => {
    const [before, after] = [each.before, each.after].map((text) => text.replaceAll('\n', '\r\n'));
    expect(mend(before!, each.arrow)).toEqual({ text: after, arrow: each.arrow });
  });
});
