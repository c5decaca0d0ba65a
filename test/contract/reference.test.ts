// The page that diagnostics link to has a place for every problem that exists.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checks } from '../../server/src/service/rules/checks';
import { rules } from '../../server/src/service/rules';
import { referenceAnchor, referenceUrl } from '../../server/src/service/rules/referenceAnchor';
import { table } from '../../server/src/service/schema/table';
import manifest from '../../package.json';
import { createSnapshot, defaultPolicy, diagnostics } from '../../server/src/service';
import { problemsOf } from '../../server/src/service/features/policy';
import { exampleText } from '../support/ruleExample';
import { sourceFiles } from '../support/sourceFiles';

const page = readFileSync('docs/reference.md', 'utf8');
const known = new Set([...checks, ...rules].map(({ id }) => id));

test.each([...known])('%s is explained', (id) => {
  expect(page).toContain(`<a id="${referenceAnchor(id)}"></a>`);
});

test.each(
  table
    .allFields()
    .map(({ path }) => path)
    .filter((path) => path !== ''),
)('%s is explained', (path) => {
  expect(page).toContain(`<a id="${referenceAnchor(path)}"></a>`);
});

test('no two things share an anchor, and every link within the page has one', () => {
  const anchors = [...page.matchAll(/<a id="([^"]+)"><\/a>/g)].map((match) => match[1]!);
  expect(new Set(anchors).size).toBe(anchors.length);
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]!);
  expect(links.length).toBeGreaterThan(50);
  expect(anchors).toEqual(expect.arrayContaining(links));
});

test('links of diagnostics lead to the page in the repository of the manifest', () => {
  const repository = manifest.repository.url.replace(/\.git$/, '');
  const [problem] = diagnostics(createSnapshot('name: a'), '');
  expect(problem?.codeDescription?.href).toBe(
    `${repository}/blob/main/docs/reference.md#${referenceAnchor(String(problem?.code))}`,
  );
  expect(referenceUrl('/vpn_connection/name')).toBe(
    `${repository}/blob/main/docs/reference.md#field-vpn_connection-name`,
  );
});

test('every code that the service can report is known', () => {
  const code =
    /'((?:yaml|schema|update|subnets|tunnel|psk|policy|ike|gm|crypto|id|dpd|ipsec|context|files|suppress)\/[a-z0-9-]+)'/g;
  const used = sourceFiles('server/src/service').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(code)].map((match) => match[1]!),
  );
  expect(used.length).toBeGreaterThan(50);
  expect([...new Set(used)].filter((id) => !known.has(id))).toEqual([]);
});

describe('the example of each check has the problem', () => {
  test.each(
    checks
      .filter(({ example }) => example !== undefined)
      .map((check) => [check.id, check] as const),
  )('%s', (id, { example = '', severity }) => {
    const problems = problemsOf(createSnapshot(exampleText(example)), defaultPolicy).flat();
    expect(problems).toContainEqual(expect.objectContaining({ code: id, severity }));
  });
});
