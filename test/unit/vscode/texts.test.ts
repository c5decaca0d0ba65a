// What buttons and status items say.
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../client/src/core/model/problem';
import { buttonOf } from '../../../client/src/vscode/ports/actions';
import { commandIds } from '../../../client/src/vscode/commandIds';
import { describeTargetState } from '../../../client/src/vscode/status/targetText';

const actions: readonly Action[] = [
  { kind: 'sign-in' },
  { kind: 'select-target' },
  { kind: 'start-sandbox' },
  { kind: 'store-pre-shared-key', name: 'site-a' },
  { kind: 'manage-trust' },
  { kind: 'open-setting', setting: 'vpnconn.endpoint' },
  { kind: 'restart-server' },
  { kind: 'show-log' },
];

describe('a button', () => {
  test.each(actions)('of $kind runs a command of ours or of the editor', (action) => {
    const { label, command } = buttonOf(action);
    expect(label).not.toBe('');
    const ours: readonly string[] = Object.values(commandIds);
    expect(ours.includes(command) || command.startsWith('workbench.')).toBe(true);
  });

  test('differs from action to action', () => {
    expect(new Set(actions.map((action) => buttonOf(action).label)).size).toBe(actions.length);
  });

  test('hands over the name of the missing key', () => {
    expect(buttonOf({ kind: 'store-pre-shared-key', name: 'site-a' }).arguments).toEqual([
      'site-a',
    ]);
  });

  test.each(['apply', 'preview', 'copy-plan'] as const)(
    'to %s passes on which document was seen, and with what in it',
    (kind) => {
      const place = {
        uri: 'file:///a',
        position: { line: 3, character: 0 },
        seen: { version: 7, connectionId: 'c-1' },
      };
      const values = [place.uri, place.position, place.seen];
      expect(buttonOf({ kind, place }).arguments).toEqual(values);
      expect(buttonOf({ kind: 'apply-again', place, waitMs: 5 }).arguments).toEqual([...values, 5]);
    },
  );

  test('opens exactly one setting', () => {
    const { arguments: values } = buttonOf({ kind: 'open-setting', setting: 'vpnconn.region' });
    expect(values).toEqual(['@id:vpnconn.region']);
  });
});

describe('the target in the status', () => {
  const named = { kind: 'named', name: 'site-prod', endpoint: 'https://vpn.example.com' } as const;
  const own = { kind: 'endpoint', endpoint: 'https://vpn.example.com' } as const;
  const name = 'Target: Sandbox (on this machine)';

  test.each([
    [undefined, 'ordinary', undefined, 'No target', '', 'careful'],
    [{ kind: 'sandbox' }, 'ordinary', undefined, name, 'not running', 'careful'],
    [{ kind: 'sandbox' }, 'ordinary', 'http://127.0.0.1:1', name, 'http://127.0.0.1:1', 'usual'],
    [
      { kind: 'regional', region: 'eu-west-101' },
      'ordinary',
      undefined,
      'Target: Region eu-west-101',
      '',
      'usual',
    ],
    [named, 'ordinary', undefined, 'Target: site-prod', 'vpn.example.com', 'usual'],
    [
      named,
      'production',
      undefined,
      'Target: site-prod (PRODUCTION)',
      'vpn.example.com',
      'careful',
    ],
    [
      named,
      'gone',
      undefined,
      'Target: site-prod',
      'changed in the settings: select it again',
      'careful',
    ],
    [
      own,
      'gone',
      undefined,
      'Target: Endpoint https://vpn.example.com',
      'changed in the settings: select it again',
      'careful',
    ],
  ] as const)('of %j, %s, sandbox at %s', (target, status, sandboxEndpoint, text, detail, tone) => {
    expect(describeTargetState({ target, status, sandboxEndpoint })).toEqual({
      text,
      detail,
      tone,
    });
  });
});
