// What mending everything costs, in parses.
import { expect, test, vi } from 'vitest';
import { createSnapshot } from '../../../server/src/service';
import type * as parseModule from '../../../server/src/service/document/parse';
import { WorkBudget } from '../../../server/src/service/document/work';
import { safeEdits } from '../../../server/src/service/features/fixes/safeEdits';
import { problemsOf, defaultPolicy } from '../../../server/src/service/features/policy';
import { updateText } from '../../support/updateText';

const parses = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../../server/src/service/document/parse', async (load) => {
  const original = await load<typeof parseModule>();
  return {
    ...original,
    parseSegment: (text: string) => {
      parses.count++;
      return original.parseSegment(text);
    },
  };
});

test.each([
  ['duplicate-key', 'name: a\nname: a', ['']],
  ['quote', 'name: 0123', ["'0123'"]],
  ['rename-key', 'Name: a', ['name']],
  ['replacements', 'ikepolicy: {ike_version: V2}', ['v2']],
  ['unquote', 'ikepolicy: {lifetime_seconds: "3600"}', ['3600']],
])('a problem of the kind %s has a safe mend', (kind, body, texts) => {
  const snapshot = createSnapshot(updateText(body));
  const [document] = snapshot.documents;
  const problems = (problemsOf(snapshot, defaultPolicy)[0] ?? []).filter(
    ({ data }) => data?.kind === kind,
  );
  expect(
    safeEdits(
      { analysis: document!.analysis, above: '', below: '' },
      problems,
      new WorkBudget(Infinity),
    ).map(({ text }) => text),
  ).toEqual(texts);
});

test('problems whose mend is never safe cost no parse', () => {
  const idle = '  # vpnconn-disable-next-line psk/length subnets/cidr\n'.repeat(100);
  const snapshot = createSnapshot(`${updateText('ikepolicy: {ike_version: V2}')}${idle}`);
  const [document] = snapshot.documents;
  const problems = problemsOf(snapshot, defaultPolicy)[0] ?? [];
  expect(problems.filter(({ data }) => data?.kind === 'remove-suppression')).toHaveLength(200);
  parses.count = 0;
  expect(
    safeEdits(
      { analysis: document!.analysis, above: '', below: '' },
      problems,
      new WorkBudget(Infinity),
    ).map(({ text }) => text),
  ).toEqual(['v2']);
  expect(parses.count).toBe(1);
});
