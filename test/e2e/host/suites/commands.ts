// The commands, run as the palette, the menus and the code lenses run them, against the sandbox.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type {
  CheckConnectionOutcome,
  DoneOutcome,
  SendUpdateOutcome,
} from '../../../../client/src/core/commands/useCases';
import { until } from '../../support/until';
import { answering, type ShownMessage } from '../answers';
import {
  closeAll,
  openExample,
  openText,
  presentedPlan,
  presentedDocument,
  presentedTabs,
} from '../documents';
import { describe, it } from '../miniTest';
import { misbehave, requestsOf, withSandbox } from '../sandbox';

const policyConnection = '98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3';
const confirm = { modal: () => 'Apply Update' };

function apply(...values: readonly unknown[]): Thenable<SendUpdateOutcome | undefined> {
  return vscode.commands.executeCommand('vpnconn.applyUpdate', ...values);
}

function puts<T extends { readonly method: string }>(requests: readonly T[]): readonly T[] {
  return requests.filter(({ method }) => method === 'PUT');
}

describe('Apply Update', () => {
  it('asks, sends one signed PUT, and shows the response beside the file', () =>
    withSandbox(async (endpoint) => {
      const editor = await openExample('policy.vpnconn.yaml');
      const { result, messages } = await answering(confirm, () => apply());
      assert.equal(result?.kind, 'answered');
      const [question] = messages;
      assert.equal(question?.text, 'Apply update to "site-a"?');
      for (const part of [new URL(endpoint).host, policyConnection, 'peer_subnets'])
        assert.ok(question.detail?.includes(part), `${part} in the question`);
      const [put, ...more] = puts(await requestsOf(endpoint));
      assert.deepEqual(more, []);
      assert.equal(put?.status, 200);
      assert.equal(put.authenticated, 'access-key');
      const response = await presentedDocument();
      assert.equal(response.languageId, 'vpnconn-response');
      assert.equal(response.uri.scheme, 'vpnconn-response');
      assert.match(response.getText(), /200 OK[^]*request_?id/i);
      assert.equal(vscode.window.activeTextEditor?.document, editor.document, 'focus stays');
      await closeAll();
    }));

  it('has a default button that sends nothing and shows what would change', () =>
    withSandbox(async (endpoint) => {
      await openExample('policy.vpnconn.yaml');
      const first = { modal: ({ buttons }: ShownMessage) => buttons[0] };
      const { result } = await answering(first, () => apply());
      assert.deepEqual(result, { kind: 'declined' });
      assert.equal(await presentedPlan(), 'Plan: site-a');
      assert.deepEqual(puts(await requestsOf(endpoint)), []);
      await closeAll();
    }));

  it('sends nothing when the question is left with Escape', () =>
    withSandbox(async (endpoint) => {
      await openExample('policy.vpnconn.yaml');
      const { result } = await answering({ modal: () => undefined }, () => apply());
      assert.deepEqual(result, { kind: 'declined' });
      assert.deepEqual(puts(await requestsOf(endpoint)), []);
      await closeAll();
    }));

  it('refuses a document with errors, says so in one message, and goes to the first error', () =>
    withSandbox(async (endpoint) => {
      const editor = await openExample('with-mistakes.vpnconn.yaml');
      const { result, messages } = await answering({}, () => apply());
      assert.equal(result?.kind, 'refused');
      assert.equal(result.problem.code, 'document-errors');
      // An update of an earlier test may tell how it ended at the same time.
      const errors = messages.filter(({ severity }) => severity === 'error');
      assert.equal(errors.length, 1);
      assert.match(errors[0]?.text ?? '', /Mend/);
      const line = editor.document.lineAt(editor.selection.start.line).text;
      assert.match(line, /name: site e/);
      assert.deepEqual(await requestsOf(endpoint), []);
      await closeAll();
    }));

  it('sends the document under the cursor', () =>
    withSandbox(async (endpoint) => {
      await openExample('several-sites.vpnconn.yaml', '192.168.45.0/24');
      const { result } = await answering(confirm, () => apply());
      assert.equal(result?.kind, 'answered');
      const [put] = puts(await requestsOf(endpoint));
      assert.match(put?.path ?? '', /7a3d5e96-2c4b-4f80-9d1a-e85b7c0f6423$/);
      await closeAll();
    }));

  it('sends the document whose code lens is used', () =>
    withSandbox(async (endpoint) => {
      const { document } = await openExample('several-sites.vpnconn.yaml');
      const lenses = await until('code lenses', async () => {
        const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
        );
        return all.length === 9 ? all : undefined;
      });
      const last = lenses
        .filter(({ command }) => command?.command === 'vpnconn.applyUpdate')
        .at(-1);
      const { result } = await answering(confirm, () => apply(...(last?.command?.arguments ?? [])));
      assert.equal(result?.kind, 'answered');
      const [put] = puts(await requestsOf(endpoint));
      assert.match(put?.path ?? '', /83a4d6f2-0e9b-4c17-b8d5-6c2f7a1e9b40$/);
      await closeAll();
    }));

  it('refuses when the text changes while the question is open', () =>
    withSandbox(async (endpoint) => {
      const editor = await openExample('policy.vpnconn.yaml');
      const change = async () => {
        await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# changed\n'));
        return 'Apply Update';
      };
      const { result } = await answering({ modal: change }, () => apply());
      assert.equal(result?.kind, 'refused');
      assert.equal(result.problem.code, 'changed-meanwhile');
      assert.deepEqual(puts(await requestsOf(endpoint)), []);
      await closeAll();
    }));

  it('shows an answer that is an error, and says what it means', () =>
    withSandbox(async (endpoint) => {
      await misbehave(endpoint, { kind: 'status', status: 409, match: { method: 'PUT' } });
      await openExample('policy.vpnconn.yaml');
      const { result, messages } = await answering(confirm, () => apply());
      assert.equal(result?.kind, 'answered');
      assert.equal(result.status, 409);
      assert.match((await presentedDocument()).getText(), /409/);
      assert.equal(messages.at(-1)?.severity, 'error');
      await closeAll();
    }));

  it('uses one tab for several responses in a row', () =>
    withSandbox(async () => {
      await openExample('policy.vpnconn.yaml');
      for (let count = 0; count < 3; count += 1) await answering(confirm, () => apply());
      await until('one tab', () => (presentedTabs().length === 1 ? true : undefined));
      await closeAll();
    }));

  it('works on a text that is in no file', () =>
    withSandbox(async (endpoint) => {
      await openText(
        [
          'project_id: 0605768a0780d5c02f9bc010cbc2ee4a',
          `vpn_connection_id: ${policyConnection}`,
          'vpn_connection: { name: site-b }',
        ].join('\r\n'),
      );
      const { result } = await answering(confirm, () => apply());
      assert.equal(result?.kind, 'answered');
      assert.equal(puts(await requestsOf(endpoint)).length, 1);
      await closeAll();
    }));

  it('says what to open when no update file is', async () => {
    await closeAll();
    const { result, messages } = await answering({}, () => apply());
    assert.equal(result, undefined);
    assert.match(messages[0]?.text ?? '', /\.vpnconn\.yaml/);
  });

  it('refuses when the sandbox is selected and has been stopped', () =>
    withSandbox(async () => {
      await openExample('policy.vpnconn.yaml');
      await answering({}, () => vscode.commands.executeCommand('vpnconn.stopSandbox'));
      const { result, messages } = await answering({}, () => apply());
      assert.equal(result?.kind, 'refused');
      assert.equal(result.problem.code, 'no-target');
      assert.ok(messages[0]?.buttons.includes('Select Target'));
      await closeAll();
    }));
});

describe('Preview Changes', () => {
  it('shows a page beside the file, and sends nothing', () =>
    withSandbox(async (endpoint) => {
      await openExample('policy.vpnconn.yaml');
      const { result, messages } = await answering({}, () =>
        vscode.commands.executeCommand<DoneOutcome>('vpnconn.previewChanges'),
      );
      assert.deepEqual(result, { kind: 'done' });
      assert.equal(await presentedPlan(), 'Plan: site-a');
      assert.deepEqual(messages, []);
      assert.deepEqual(puts(await requestsOf(endpoint)), []);
      await closeAll();
    }));

  it('sharpens the checks of the file with what the connection says', () =>
    withSandbox(async () => {
      const editor = await openExample('policy.vpnconn.yaml');
      const { uri } = editor.document;
      await answering({}, () => vscode.commands.executeCommand('vpnconn.previewChanges'));
      const shown = await vscode.window.showTextDocument(uri, { preview: false });
      const mode = shown.document.getText().indexOf('vpc\n');
      const [start, end] = [mode, mode + 3].map((at) => shown.document.positionAt(at));
      await shown.edit((edit) => edit.replace(new vscode.Range(start!, end!), 'er'));
      const problem = await until('the contradiction', () =>
        vscode.languages
          .getDiagnostics(uri)
          .find(({ message }) => /connection itself/.test(message)),
      );
      assert.match(problem.message, /says "vpc"/);
      await closeAll();
    }));
});

describe('Copy Plan as Markdown', () => {
  it('puts the plan into the clipboard', () =>
    withSandbox(async () => {
      await openExample('policy.vpnconn.yaml');
      await answering({}, () => vscode.commands.executeCommand('vpnconn.copyPlan'));
      const text = await vscode.env.clipboard.readText();
      assert.match(text, /^# Update of VPN connection site-a\n/);
      assert.match(text, /## Effect on traffic/);
      await closeAll();
    }));
});

describe('Show Request', () => {
  it('shows method, address, headers and body in a document that cannot be changed', () =>
    withSandbox(async (endpoint) => {
      await openExample('policy.vpnconn.yaml');
      await vscode.commands.executeCommand<DoneOutcome>('vpnconn.showRequest');
      const request = await presentedDocument();
      const text = request.getText();
      assert.equal(request.languageId, 'vpnconn-request');
      const wrap = vscode.workspace.getConfiguration('editor', request).get('wordWrap');
      assert.equal(wrap, 'on');
      assert.ok(text.includes(`PUT ${endpoint}/v5/`), text);
      assert.ok(text.includes('"192.168.2.0/24"'), text);
      await vscode.window.showTextDocument(request);
      await vscode.commands.executeCommand('type', { text: 'x' });
      assert.equal(request.getText(), text);
      assert.deepEqual(await requestsOf(endpoint), []);
      await closeAll();
    }));
});

describe('Test Cloud Connection', () => {
  it('finds everything in order with the sandbox, changes nothing, and shows a report', () =>
    withSandbox(async (endpoint) => {
      await openExample('policy.vpnconn.yaml');
      const { result } = await answering({}, () =>
        vscode.commands.executeCommand<CheckConnectionOutcome>('vpnconn.checkConnection'),
      );
      assert.ok(result.kind === 'checked', JSON.stringify(result));
      assert.deepEqual([...new Set(result.steps.map(({ state }) => state))], ['passed']);
      const report = await presentedDocument();
      assert.equal(report.uri.scheme, 'vpnconn-report');
      assert.match(report.getText(), /All 10 checks passed/);
      assert.deepEqual(
        (await requestsOf(endpoint)).map(({ method }) => method),
        ['GET', 'GET'],
      );
      await closeAll();
    }));
});

describe('Copy as cURL', () => {
  it('puts a command without secrets into the clipboard', () =>
    withSandbox(async (endpoint) => {
      await openExample('secret.vpnconn.yaml');
      const { messages } = await answering({}, () =>
        vscode.commands.executeCommand('vpnconn.copyAsCurl'),
      );
      assert.equal(messages[0]?.severity, 'information');
      const text = await vscode.env.clipboard.readText();
      assert.ok(text.includes('curl') && text.includes(endpoint), text);
      assert.ok(!text.includes('sandbox-demo-secret-key'), text);
      await closeAll();
    }));
});

describe('the sandbox', () => {
  it('listens on this machine only, and goes away when it is stopped', async () => {
    let seen = '';
    await withSandbox(async (endpoint) => {
      seen = endpoint;
      assert.equal(new URL(endpoint).hostname, '127.0.0.1');
      assert.equal((await fetch(`${endpoint}/__sandbox/log`)).status, 200);
    });
    await assert.rejects(fetch(`${seen}/__sandbox/log`));
  });

  it('gives the target back that was selected before', async () => {
    await answering({ picks: ['eu-west-101'] }, () =>
      vscode.commands.executeCommand('vpnconn.selectTarget'),
    );
    await withSandbox(() => Promise.resolve());
    await openExample('policy.vpnconn.yaml');
    await vscode.commands.executeCommand('vpnconn.showRequest');
    const text = (await presentedDocument()).getText();
    assert.match(text, /https:\/\/vpn\.eu-west-101\.myhuaweicloud\.com\/v5\//);
    await closeAll();
  });

  it('starts when it is selected as the target', async () => {
    const { result } = await answering({ picks: ['Sandbox'] }, () =>
      vscode.commands.executeCommand<{ kind: string }>('vpnconn.selectTarget'),
    );
    assert.equal(result.kind, 'selected');
    await openExample('policy.vpnconn.yaml');
    const applied = await answering(confirm, () => apply());
    assert.equal(applied.result?.kind, 'answered');
    await answering({}, () => vscode.commands.executeCommand('vpnconn.stopSandbox'));
    await closeAll();
  });
});

describe('Restart Language Server', () => {
  it('brings the diagnostics back, also when it is used several times at once', async () => {
    const { document } = await openExample('with-mistakes.vpnconn.yaml');
    const count = (): number => vscode.languages.getDiagnostics(document.uri).length;
    const before = await until('diagnostics', () => (count() > 0 ? count() : undefined));
    const restart = () => vscode.commands.executeCommand('vpnconn.restartLanguageServer');
    await Promise.all([restart(), restart(), restart()]);
    await until('the same diagnostics', () => (count() === before ? true : undefined));
    await closeAll();
  });
});
