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

  test.each(['preview'] as const)(
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

describe('the target in the status bar', () => {
  const named = { kind: 'named', name: 'Dublin', endpoint: 'https://vpn.example.com' } as const;
  const own = { kind: 'endpoint', endpoint: 'https://vpn.example.com' } as const;
  const sandbox = { kind: 'sandbox' } as const;
  const region = { kind: 'regional', region: 'eu-west-101' } as const;
  const sandboxText = 'Target: Sandbox (on this machine)';
  const running = 'http://127.0.0.1:1';
  const gone = 'changed in the settings: select it again';

  test.each([
    [undefined, 'ordinary', undefined, 'warning', 'No target', 'No target', ''],
    [sandbox, 'ordinary', undefined, 'warning', 'Sandbox (stopped)', sandboxText, 'not running'],
    [sandbox, 'ordinary', running, 'beaker', 'Sandbox', sandboxText, running],
    [region, 'ordinary', undefined, 'cloud', 'eu-west-101', 'Target: Region eu-west-101', ''],
    [named, 'ordinary', undefined, 'cloud', 'Dublin', 'Target: Dublin', 'vpn.example.com'],
    [
      ...([named, 'production', undefined, 'warning', 'PROD Dublin'] as const),
      ...(['Target: Dublin (PRODUCTION)', 'vpn.example.com'] as const),
    ],
    [named, 'gone', undefined, 'warning', 'Dublin', 'Target: Dublin', gone],
    [
      ...([own, 'gone', undefined, 'warning', 'vpn.example.com'] as const),
      ...(['Target: Endpoint https://vpn.example.com', gone] as const),
    ],
  ] as const)(
    'of %j, %s, sandbox at %s',
    (target, status, sandboxEndpoint, icon, short, text, detail) => {
      const isProduction = status === 'production';
      expect(describeTargetState({ target, status, sandboxEndpoint })).toEqual({
        ...{ icon, short, text, detail, isProduction },
      });
    },
  );
});
