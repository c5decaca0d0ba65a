// Settings take effect without a reload, and a workspace cannot decide where a request goes.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DoneOutcome } from '../../../../client/src/core/commands/useCases';
import { until } from '../../support/until';
import { answering } from '../answers';
import { closeAll, openExample, openText, presentedDocument } from '../documents';
import { describe, it } from '../miniTest';

const preSharedKey = 'Trace-Suite/42';

/** Sets a user setting for the time of `work`. */
async function withSetting(key: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const set = (next: unknown) =>
    vscode.workspace
      .getConfiguration('vpnconn')
      .update(key, next, vscode.ConfigurationTarget.Global);
  await set(value);
  try {
    await work();
  } finally {
    await set(undefined);
  }
}

/** What *Show Request* on the policy example ends with. */
async function showRequest(): Promise<DoneOutcome> {
  await openExample('policy.vpnconn.yaml');
  const { result } = await answering({}, () =>
    vscode.commands.executeCommand<DoneOutcome>('vpnconn.showRequest'),
  );
  return result;
}

describe('defaults of the language', () => {
  it('indent with two blanks and complete inside quotes', () => {
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'vpnconn' });
    assert.equal(editor.get('tabSize'), 2);
    assert.equal(editor.get('insertSpaces'), true);
    assert.deepEqual(editor.get('quickSuggestions'), {
      other: true,
      comments: false,
      strings: true,
    });
  });
});

describe('vpnconn.codeLens.enabled', () => {
  it('takes the code lenses away and brings them back', async () => {
    const { document } = await openExample('policy.vpnconn.yaml');
    const lenses = (count: number) =>
      until(`${count} code lenses`, async () => {
        const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
        );
        return all.length === count ? true : undefined;
      });
    await lenses(3);
    await withSetting('codeLens.enabled', false, async () => {
      await lenses(0);
    });
    await lenses(3);
    await closeAll();
  });
});

describe('vpnconn.endpoint', () => {
  it('decides where a request goes when it is the choice', () =>
    withSetting('endpoint', 'http://127.0.0.1:9', async () => {
      await answering({ picks: ['Endpoint'] }, () =>
        vscode.commands.executeCommand('vpnconn.selectTarget'),
      );
      assert.deepEqual(await showRequest(), { kind: 'done' });
      assert.match((await presentedDocument()).getText(), /PUT http:\/\/127\.0\.0\.1:9\/v5\//);
      await closeAll();
    }));

  it('is not followed when it changes behind the selected target', () =>
    withSetting('endpoint', 'https://elsewhere.example.com', async () => {
      const outcome = await showRequest();
      assert.ok(outcome.kind === 'refused' && outcome.problem.code === 'target-changed');
      await closeAll();
    }));

  it('is ignored in the settings of a workspace', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, '.vscode/settings.json');
    const settings = { 'vpnconn.endpoint': 'https://attacker.example.com', 'editor.rulers': [77] };
    await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(settings)));
    try {
      // The other setting of the same file tells when the file has been read.
      await until('the workspace settings', () => {
        const rulers = vscode.workspace.getConfiguration('editor').get<number[]>('rulers');
        return rulers?.[0] === 77 ? true : undefined;
      });
      const { lists } = await answering({ picks: ['eu-west-101'] }, () =>
        vscode.commands.executeCommand('vpnconn.selectTarget'),
      );
      assert.ok(!lists[0]?.includes('Endpoint'), JSON.stringify(lists));
      assert.deepEqual(await showRequest(), { kind: 'done' });
      assert.match((await presentedDocument()).getText(), /PUT https:\/\/vpn\.eu-west-101\./);
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.vscode'), { recursive: true });
      await closeAll();
    }
  });
});

describe('vpnconn.targets', () => {
  const production = { name: 'Host Suite', endpoint: 'http://127.0.0.1:9', production: true };

  it('are offered first, say that they are production, and decide where a request goes', () =>
    withSetting('targets', [production, { name: 'No address' }], async () => {
      const { lists, messages } = await answering({ picks: ['Host Suite'] }, () =>
        vscode.commands.executeCommand('vpnconn.selectTarget'),
      );
      assert.deepEqual(lists[0]?.slice(0, 2), ['Host Suite', 'Sandbox']);
      assert.match(messages[0]?.text ?? '', /Entry 2 of vpnconn\.targets is left out/);
      assert.match(messages[1]?.text ?? '', /^Target: Host Suite \(production\)/);
      assert.deepEqual(await showRequest(), { kind: 'done' });
      assert.match((await presentedDocument()).getText(), /PUT http:\/\/127\.0\.0\.1:9\/v5\//);
      await closeAll();
    }));

  it('are not followed when they change behind the selection', () =>
    withSetting(
      'targets',
      [{ ...production, endpoint: 'https://elsewhere.example.com' }],
      async () => {
        const outcome = await showRequest();
        assert.ok(outcome.kind === 'refused' && outcome.problem.code === 'target-changed');
        await closeAll();
      },
    ));

  it('of a workspace are ignored', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, '.vscode/settings.json');
    const settings = { 'vpnconn.targets': [production], 'editor.rulers': [78] };
    await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(settings)));
    try {
      await until('the workspace settings', () => {
        const rulers = vscode.workspace.getConfiguration('editor').get<number[]>('rulers');
        return rulers?.[0] === 78 ? true : undefined;
      });
      const { lists } = await answering({ picks: ['eu-west-101'] }, () =>
        vscode.commands.executeCommand('vpnconn.selectTarget'),
      );
      assert.equal(lists[0]?.[0], 'Sandbox', JSON.stringify(lists));
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.vscode'), { recursive: true });
      await closeAll();
    }
  });
});

describe('vpnconn.trace.server', () => {
  it('writes names of messages to the log and no text of a file, even when it says verbose', () =>
    withSetting('trace.server', 'verbose', async () => {
      const editor = await openText(
        [
          'project_id: 0605768a0780d5c02f9bc010cbc2ee4a',
          'vpn_connection_id: 98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3',
          `vpn_connection: { psk: ${preSharedKey} }`,
        ].join('\n'),
      );
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# edited\n'));
      await vscode.commands.executeCommand('vpnconn.showLog');
      const log = await until('the trace in the log', () => {
        const output = vscode.workspace.textDocuments.find(
          (each) => each.uri.scheme === 'output' && each.getText().includes('didChange'),
        );
        return output?.getText();
      });
      assert.match(log, /Sending notification 'textDocument\/didOpen'\./);
      assert.ok(!log.includes(preSharedKey), log);
      assert.ok(!log.includes('Params'), log);
      await vscode.commands.executeCommand('workbench.action.closePanel');
      await closeAll();
    }));
});
