// Reports on closed files cost what is new, however many files there are.
import { beforeEach, expect, test } from 'vitest';
import { CancellationToken } from 'vscode-jsonrpc';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { WorkspaceDiagnostics } from '../../../server/src/lsp/workspace/workspaceDiagnostics';
import {
  createSnapshot,
  defaultPolicy,
  noProblems,
  type Snapshot,
} from '../../../server/src/service';
import { SnapshotDocument } from '../../../server/src/service/snapshot';
import { updateText } from '../../support/updateText';

let looks = 0;
beforeEach(() => {
  looks = 0;
});

/** A snapshot that counts who looks into it. */
function counted(text: string): Snapshot {
  const { documents, live } = createSnapshot(text);
  return {
    documents: documents.map(
      ({ segment, line, analysis }) =>
        new SnapshotDocument(segment, line, {
          get analysis() {
            looks++;
            return analysis;
          },
        }),
    ),
    live,
  };
}

const good = updateText('name: a');
const wrong = updateText('name: a b');
const settings = {
  of: () => ({
    policy: defaultPolicy,
    revision: 0,
    hints: new Set<never>(),
    links: 'sections' as const,
  }),
};

function start(texts: readonly string[]) {
  const files = new Map(texts.map((text, at) => [`file:///${at}`, counted(text)]));
  const workspace = {
    closedFiles: () => files,
    of: () => ({ problems: noProblems, revision: 0 }),
  };
  const reports = new WorkspaceDiagnostics(workspace, settings, () => false);
  const ask = (
    previousResultIds: { uri: string; value: string }[] = [],
  ): Promise<WorkspaceDiagnosticReport> =>
    reports.ask({ previousResultIds }, CancellationToken.None);
  return { files, reports, ask };
}

test('news of one file looks at this one, and a new question looks at no file that is known', async () => {
  const { files, reports, ask } = start(Array.from({ length: 100 }, () => good));
  const waiting = ask();
  const first = looks;
  expect(first).toBeGreaterThanOrEqual(100);
  files.set('file:///7', counted(wrong));
  reports.news(['file:///7']);
  const { items } = await waiting;
  expect(items.map(({ uri }) => uri)).toEqual(['file:///7']);
  expect(looks - first).toBeLessThanOrEqual(first / 100);
  looks = 0;
  const again = ask(items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })));
  expect(looks).toBe(0);
  files.delete('file:///7');
  reports.news(['file:///7']);
  expect((await again).items).toEqual([
    { kind: 'full', uri: 'file:///7', version: null, resultId: 'clean', items: [] },
  ]);
});

test('an answer speaks of 500 files, and the next one of the others', async () => {
  const { ask } = start(Array.from({ length: 700 }, () => wrong));
  const { items: first } = await ask();
  const { items: second } = await ask(
    first.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
  );
  expect([first.length, second.length]).toEqual([500, 200]);
  expect(new Set([...first, ...second].map(({ uri }) => uri)).size).toBe(700);
});
