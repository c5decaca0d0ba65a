// Credentials and pre-shared keys: they go into the editor's secret storage and nowhere else.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DoneOutcome, SendUpdateOutcome } from '../../../../client/src/core/commands/useCases';
import { until } from '../../support/until';
import { answering, type Answers } from '../answers';
import { closeAll, openExample, openText, presentedDocument } from '../documents';
import { describe, it } from '../miniTest';
import { requestsOf, withSandbox } from '../sandbox';

const preSharedKey = 'Host-Suite/42!';
const accessKey = 'HOSTSUITEACCESSKEY01';
const secretKey = 'host-suite-secret-key-0000000000000000001';

function run<T>(answers: Answers, command: string, ...values: readonly unknown[]) {
  return answering(answers, () => vscode.commands.executeCommand<T>(command, ...values));
}

function selectTarget(label: string) {
  return run({ picks: [label] }, 'vpnconn.selectTarget');
}

/** The request of the policy example as *Show Request* shows it. */
async function shownRequest(): Promise<string> {
  await openExample('policy.vpnconn.yaml');
  await run({}, 'vpnconn.showRequest');
  const text = (await presentedDocument()).getText();
  await closeAll();
  return text;
}

describe('Store Pre-Shared Key', () => {
  it('asks for the value masked, and the update sends it without showing it', () =>
    withSandbox(async (endpoint) => {
      const stored = await run<DoneOutcome>(
        { inputs: ['host-suite', preSharedKey] },
        'vpnconn.storePreSharedKey',
      );
      assert.deepEqual(stored.result, { kind: 'done' });
      assert.deepEqual(
        stored.boxes.map(({ password }) => password),
        [false, true],
      );
      await openText(updateWith('psk: !secret host-suite'));
      const { result, messages } = await run<SendUpdateOutcome>(
        { modal: () => 'Apply Update' },
        'vpnconn.applyUpdate',
      );
      assert.ok(result.kind === 'answered' && result.status === 200, JSON.stringify(result));
      const shown = JSON.stringify([
        messages,
        (await presentedDocument()).getText(),
        await requestsOf(endpoint),
      ]);
      assert.ok(!shown.includes('Host-Suite/42'), shown);
      await closeAll();
    }));

  it('is offered with the name when a file wants a key that is not there', () =>
    withSandbox(async (endpoint) => {
      await openText(updateWith('psk: !secret host-suite-missing'));
      const { result, messages } = await run<SendUpdateOutcome>({}, 'vpnconn.applyUpdate');
      assert.equal(result.kind, 'refused');
      assert.ok(messages.at(-1)?.buttons.includes('Store Pre-Shared Key…'));
      assert.match(messages.at(-1)?.text ?? '', /host-suite-missing/);
      const puts = (await requestsOf(endpoint)).filter(({ method }) => method === 'PUT');
      assert.deepEqual(puts, []);
      await closeAll();
    }));

  it('stores nothing when it is left with Escape, and takes no empty value', async () => {
    const left = await run<DoneOutcome>({ inputs: ['x', undefined] }, 'vpnconn.storePreSharedKey');
    assert.deepEqual(left.result, { kind: 'left' });
    await assert.rejects(async () => {
      const { boxes } = await run({ inputs: ['x', undefined] }, 'vpnconn.storePreSharedKey');
      const complaint = await boxes[1]?.validateInput?.('');
      throw new Error(typeof complaint === 'string' ? complaint : 'no complaint');
    }, /Enter a value/);
  });
});

describe('Move Pre-Shared Key to Secret Storage', () => {
  const literal = `psk: "${preSharedKey}" # since May`;

  /** The quick fix for the first key of the active document, as the light bulb gets it. */
  async function quickFix(document: vscode.TextDocument): Promise<vscode.CodeAction> {
    const offset = document.getText().indexOf(preSharedKey);
    const position = document.positionAt(offset);
    return until('the quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(position, position),
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => title === 'Move the key to the secret storage');
    });
  }

  it('stores the key, writes a reference, sends the same, and can be undone', () =>
    withSandbox(async (endpoint) => {
      const { document } = await openText(updateWith(literal));
      const before = document.getText();
      const { command } = await quickFix(document);
      const { result, messages, boxes } = await run<DoneOutcome>(
        { inputs: ['host-suite-moved'] },
        command!.command,
        ...command!.arguments!,
      );
      assert.deepEqual(result, { kind: 'done' });
      assert.deepEqual(
        boxes.map(({ value, password }) => ({ value, password })),
        [{ value: 'host-suite', password: false }],
      );
      assert.equal(document.getText(), updateWith('psk: !secret host-suite-moved # since May'));
      assert.match(messages.at(-1)?.text ?? '', /change the key/);

      const sent = await run<SendUpdateOutcome>(
        { modal: () => 'Apply Update' },
        'vpnconn.applyUpdate',
      );
      assert.ok(sent.result.kind === 'answered' && sent.result.status === 200);
      const shown = JSON.stringify([messages, sent.messages, await requestsOf(endpoint)]);
      assert.ok(!shown.includes('Host-Suite/42'), shown);

      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
      await closeAll();
    }));

  it('asks before another key is replaced, and leaves the text alone with Escape', async () => {
    const { document } = await openText(updateWith(literal));
    await quickFix(document);
    await run({ inputs: ['host-suite-other', 'Another-Key/42!'] }, 'vpnconn.storePreSharedKey');
    const { result, lists } = await run<DoneOutcome>(
      { inputs: ['host-suite-other'], picks: [undefined] },
      'vpnconn.storeLiteralSecret',
    );
    assert.deepEqual(result, { kind: 'left' });
    assert.deepEqual(lists, [['Use Another Name', 'Replace the Stored Key']]);
    assert.equal(document.getText(), updateWith(literal));
    await closeAll();
  });

  it('refuses a key that YAML cuts, with the way on', async () => {
    const { document } = await openText(updateWith('psk: Host-Suite/42 #x'));
    const { result, messages } = await run<DoneOutcome>({}, 'vpnconn.storeLiteralSecret');
    assert.ok(result.kind === 'refused' && result.problem.code === 'no-literal-secret');
    assert.match(messages.at(-1)?.text ?? '', /Put it in quotes first/);
    assert.equal(document.getText(), updateWith('psk: Host-Suite/42 #x'));
    await closeAll();
  });
});

describe('Sign In and Sign Out', () => {
  it('keep an access key for one target, and forget it', async () => {
    await selectTarget('eu-west-101');
    const signedIn = await run<DoneOutcome>(
      { picks: ['Access Key'], inputs: [accessKey, secretKey] },
      'vpnconn.signIn',
    );
    assert.deepEqual(signedIn.result, { kind: 'done' });
    assert.deepEqual(
      signedIn.boxes.map(({ password }) => password),
      [false, true],
    );
    const signed = await shownRequest();
    assert.ok(signed.includes('Credentials from Sign In'), signed);
    assert.ok(!signed.includes(secretKey), signed);

    await selectTarget('ap-southeast-3');
    assert.match(await shownRequest(), /Not signed in yet/);

    await selectTarget('eu-west-101');
    await run({}, 'vpnconn.signOut');
    assert.match(await shownRequest(), /Not signed in yet/);
  });

  it('mask a token and both secret parts of a temporary key', async () => {
    await selectTarget('eu-west-101');
    const temporary = await run(
      { picks: ['Temporary Access Key'], inputs: [accessKey, secretKey, 'security-token-01'] },
      'vpnconn.signIn',
    );
    const token = await run({ picks: ['Token'], inputs: ['token-0001'] }, 'vpnconn.signIn');
    await run({}, 'vpnconn.signOut');
    assert.deepEqual(
      [...temporary.boxes, ...token.boxes].map(({ password }) => password),
      [false, true, true, true],
    );
  });

  it('store nothing when a step is left with Escape', async () => {
    await selectTarget('eu-west-101');
    for (const answers of [
      { picks: [undefined] },
      { picks: ['Access Key'], inputs: [undefined] },
      { picks: ['Access Key'], inputs: [accessKey, undefined] },
    ]) {
      const { result } = await run<DoneOutcome>(answers, 'vpnconn.signIn');
      assert.deepEqual(result, { kind: 'left' });
    }
    assert.match(await shownRequest(), /Not signed in yet/);
  });

  it('show in the list of accounts of the editor, which gets no key', async () => {
    const labels = async () =>
      (await vscode.authentication.getAccounts('huaweicloud')).map(({ label }) => label);
    await selectTarget('eu-west-101');
    assert.deepEqual(await labels(), []);
    const changes: string[] = [];
    const listening = vscode.authentication.onDidChangeSessions(({ provider }) => {
      changes.push(provider.id);
    });
    await run({ picks: ['Access Key'], inputs: [accessKey, secretKey] }, 'vpnconn.signIn');
    assert.deepEqual(await labels(), [`Region eu-west-101: access key ${accessKey}`]);
    await until('the change', () => changes.includes('huaweicloud') || undefined);
    await run({}, 'vpnconn.signOut');
    assert.deepEqual(await labels(), []);
    listening.dispose();
  });

  it('have nothing to do in the sandbox, whose credentials never replace real ones', async () => {
    await selectTarget('eu-west-101');
    await run({ picks: ['Access Key'], inputs: [accessKey, secretKey] }, 'vpnconn.signIn');
    await withSandbox(async () => {
      const { result } = await run<DoneOutcome>({}, 'vpnconn.signIn');
      assert.ok(result.kind === 'refused' && result.problem.code === 'sandbox-needs-none');
      assert.match(await shownRequest(), /Credentials from the sandbox/);
    });
    assert.match(await shownRequest(), /Credentials from Sign In/);
    await run({}, 'vpnconn.signOut');
  });
});

function updateWith(line: string): string {
  return [
    'project_id: 0605768a0780d5c02f9bc010cbc2ee4a',
    'vpn_connection_id: 1d7e0b64-5a2f-4c8d-9e31-b06f4a8c2d57',
    'vpn_connection:',
    `  ${line}`,
    '  name: host-suite',
    '',
  ].join('\n');
}
