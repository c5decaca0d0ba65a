// What buttons and status items say.
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../client/src/core/problem';
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

  test('opens exactly one setting', () => {
    const { arguments: values } = buttonOf({ kind: 'open-setting', setting: 'vpnconn.region' });
    expect(values).toEqual(['@id:vpnconn.region']);
  });
});

describe('the target in the status', () => {
  test.each([
    [undefined, undefined, 'No target', '', false],
    [{ kind: 'sandbox' }, undefined, 'Target: Sandbox (on this machine)', 'not running', false],
    [
      { kind: 'sandbox' },
      'http://127.0.0.1:1',
      'Target: Sandbox (on this machine)',
      'http://127.0.0.1:1',
      true,
    ],
    [
      { kind: 'regional', region: 'eu-west-101' },
      undefined,
      'Target: Region eu-west-101',
      '',
      true,
    ],
  ] as const)('of %j with the sandbox at %s', (target, sandbox, text, detail, isUsable) => {
    expect(describeTargetState(target, sandbox)).toEqual({ text, detail, isUsable });
  });
});
