// What an answer says about the fields of a file, among the problems of the file.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { answering } from '../answers';
import { closeAll, openExample } from '../documents';
import { describe, it } from '../miniTest';
import { misbehave, withSandbox } from '../sandbox';

const confirm = { modal: () => 'Apply Update' };
const applyUpdate = () =>
  answering(confirm, () => vscode.commands.executeCommand('vpnconn.applyUpdate'));

function marks(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'vpnconn (answer)');
}

function refuse(endpoint: string, message: string): Promise<void> {
  const how = { kind: 'status', status: 400, code: 'VPN.0001', message };
  return misbehave(endpoint, { ...how, match: { method: 'PUT' } });
}

describe('A refusal that names a field', () => {
  it('is a problem at that field until the file is edited', () =>
    withSandbox(async (endpoint) => {
      const editor = await openExample('policy.vpnconn.yaml');
      const { document } = editor;
      await refuse(endpoint, 'invalid request: peer_subnets is refused today');
      await applyUpdate();
      const [mark, ...more] = marks(document);
      assert.deepEqual(more, []);
      assert.equal(mark?.code, 'VPN.0001');
      assert.equal(mark.severity, vscode.DiagnosticSeverity.Error);
      assert.equal(document.getText(mark.range), 'peer_subnets');
      assert.match(mark.message, /peer_subnets is refused today/);
      await editor.edit((change) => change.insert(new vscode.Position(0, 0), '# edited\n'));
      await until('no mark', async () => marks(document).length === 0 || undefined);
      await closeAll();
    }));

  it('is gone when the update is applied again', () =>
    withSandbox(async (endpoint) => {
      const { document } = await openExample('policy.vpnconn.yaml');
      await refuse(endpoint, 'invalid request: peer_subnets is refused today');
      await applyUpdate();
      assert.equal(marks(document).length, 1);
      await applyUpdate();
      assert.deepEqual(marks(document), []);
      await closeAll();
    }));
});
