// The selected target: kept for the machine, stable in a window, and with a way back from the sandbox.
import { describe, expect, test } from 'vitest';
import type { Target } from '../../../client/src/core/model/target';
import { TargetMemory } from '../../../client/src/vscode/ports/targetMemory';

const sandbox: Target = { kind: 'sandbox' };
const dublin: Target = { kind: 'regional', region: 'eu-west-101' };
const own: Target = { kind: 'endpoint', endpoint: 'https://vpn.example.com', region: 'r1' };

const named: Target = {
  kind: 'named',
  name: 'site-prod',
  endpoint: 'https://vpn.example.com',
  iamEndpoint: 'https://iam.example.com',
  region: 'r1',
};

/** The memento of the editor, shared by all windows. */
function storage(initial?: unknown) {
  const values = new Map<string, unknown>(initial === undefined ? [] : [['target', initial]]);
  return {
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => {
      values.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  };
}

function memory(stored = storage()) {
  const seen = { changes: 0 };
  return { targets: new TargetMemory(stored, () => void (seen.changes += 1)), seen, stored };
}

describe('the target memory', () => {
  test('has no target at first', () => {
    expect(memory().targets.current()).toBeUndefined();
  });

  test.each([dublin, own, sandbox, named])('keeps $kind for the next window', async (target) => {
    const { targets, seen, stored } = memory();
    await targets.select(target);
    expect(targets.current()).toEqual(target);
    expect(seen.changes).toBe(1);
    expect(memory(stored).targets.current()).toEqual(target);
  });

  test('does not follow another window', async () => {
    const stored = storage();
    const { targets: first } = memory(stored);
    const { targets: second } = memory(stored);
    await first.select(dublin);
    await second.select(own);
    expect(first.current()).toEqual(dublin);
  });

  test('goes back from the sandbox to what was selected before, also after a reload', async () => {
    const { targets, stored } = memory();
    await targets.select(dublin);
    await targets.select(sandbox);
    await targets.select(sandbox);
    const { targets: reloaded } = memory(stored);
    expect(reloaded.current()).toEqual(sandbox);
    await reloaded.leaveSandbox();
    expect(reloaded.current()).toEqual(dublin);
  });

  test('goes back to nothing when nothing was selected', async () => {
    const { targets, stored } = memory();
    await targets.select(sandbox);
    await targets.leaveSandbox();
    expect(targets.current()).toBeUndefined();
    expect(memory(stored).targets.current()).toBeUndefined();
  });

  test('leaves another target alone when the sandbox stops', async () => {
    const { targets, seen } = memory();
    await targets.select(sandbox);
    await targets.select(own);
    await targets.leaveSandbox();
    expect(targets.current()).toEqual(own);
    expect(seen.changes).toBe(2);
  });

  test('does not go back further than to the target before the sandbox', async () => {
    const { targets } = memory();
    await targets.select(own);
    await targets.select(sandbox);
    await targets.select(dublin);
    await targets.select(sandbox);
    await targets.leaveSandbox();
    expect(targets.current()).toEqual(dublin);
  });

  test.each([
    null,
    7,
    'sandbox',
    { current: 'sandbox' },
    { current: { kind: 'moon' } },
    { current: { kind: 'regional' } },
    { current: { kind: 'regional', region: 7 } },
    { current: { kind: 'endpoint', region: 'r1' } },
    { current: { kind: 'named', name: 'x' } },
    { current: { kind: 'named', endpoint: 'https://vpn.example.com' } },
  ])('takes no target from %j', (stored) => {
    expect(memory(storage(stored)).targets.current()).toBeUndefined();
  });

  test('leaves out a part that makes no sense', () => {
    const stored = storage({ current: { kind: 'endpoint', endpoint: 'https://a', region: 7 } });
    expect(memory(stored).targets.current()).toEqual({ kind: 'endpoint', endpoint: 'https://a' });
  });
});
