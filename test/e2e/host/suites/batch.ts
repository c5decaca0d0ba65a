// Several files at once, as the explorer hands them over.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { BatchOutcome } from '../../../../client/src/core/commands/applyBatch';
import { answering } from '../answers';
import { closeAll, presentedTabs } from '../documents';
import { describe, it } from '../miniTest';
import { requestsOf, withSandbox } from '../sandbox';

function example(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

function applyFiles(...names: readonly string[]): Thenable<BatchOutcome | undefined> {
  const uris = names.map(example);
  return vscode.commands.executeCommand('vpnconn.applyFiles', uris[0], uris);
}

describe('Apply Files', () => {
  it('asks once, sends one after the other, and sums up', () =>
    withSandbox(async (endpoint) => {
      const confirm = { modal: () => 'Apply All' };
      const { result, messages } = await answering(confirm, () =>
        applyFiles('policy.vpnconn.yaml', 'bgp.vpnconn.yaml'),
      );
      const states = result?.kind === 'ended' ? result.results.map(({ state }) => state) : result;
      assert.deepEqual(states, ['applied', 'applied']);
      const questions = messages.filter(({ detail }) => detail !== undefined);
      assert.equal(questions.length, 1);
      assert.match(questions[0]?.text ?? '', /^Apply 2 updates to 127\.0\.0\.1:/);
      const puts = (await requestsOf(endpoint)).filter(({ method }) => method === 'PUT');
      assert.deepEqual(
        puts.map(({ status }) => status),
        [200, 200],
      );
      const summary = presentedTabs().find(({ tab }) => tab.label.startsWith('batch '));
      assert.ok(summary, 'a summary');
      const document = await vscode.workspace.openTextDocument(summary.uri);
      assert.match(document.getText(), /^2 applied, 0 failed/);
      await closeAll();
    }));

  it('applies the update files of a folder', () =>
    withSandbox(async (endpoint) => {
      const folder = vscode.Uri.file(await mkdtemp(join(tmpdir(), 'vpnconn-folder-')));
      for (const name of ['policy.vpnconn.yaml', 'bgp.vpnconn.yaml'])
        await vscode.workspace.fs.copy(example(name), vscode.Uri.joinPath(folder, 'sites', name));
      const confirm = { modal: () => 'Apply All' };
      const { result } = await answering(confirm, () =>
        vscode.commands.executeCommand<BatchOutcome>('vpnconn.applyFiles', folder, [folder]),
      );
      const states = result.kind === 'ended' ? result.results.map(({ state }) => state) : result;
      assert.deepEqual(states, ['applied', 'applied']);
      const puts = (await requestsOf(endpoint)).filter(({ method }) => method === 'PUT');
      assert.equal(puts.length, 2);
      await closeAll();
      await rm(folder.fsPath, { recursive: true });
    }));

  it('names a folder without update files', async () => {
    const folder = vscode.Uri.file(await mkdtemp(join(tmpdir(), 'vpnconn-folder-')));
    const { result, messages } = await answering({}, () =>
      vscode.commands.executeCommand<BatchOutcome>('vpnconn.applyFiles', folder, [folder]),
    );
    assert.equal(result.kind, 'refused');
    assert.match(messages[0]?.text ?? '', /^vpnconn-folder-\w+ contains no update files/);
    await rm(folder.fsPath, { recursive: true });
  });

  it('sends nothing when one of the files has an error', () =>
    withSandbox(async (endpoint) => {
      const { result, messages } = await answering({}, () =>
        applyFiles('policy.vpnconn.yaml', 'with-mistakes.vpnconn.yaml'),
      );
      assert.equal(result?.kind, 'refused');
      assert.match(messages.at(-1)?.text ?? '', /^with-mistakes\.vpnconn\.yaml, line \d+: /);
      const puts = (await requestsOf(endpoint)).filter(({ method }) => method === 'PUT');
      assert.deepEqual(puts, []);
      await closeAll();
    }));
});
