// An exception is a defect, but it ends no countdown and no monitoring: it is logged and shown, and the
// work continues. Nothing depends on a document that opens.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import type { Presenter } from '../../../client/src/core/ports/ports';
import { apiErrors } from '../../support/client/cloudFront';
import {
  changed,
  connectionIds,
  previousValues,
  sentValues,
  startMachine,
  type Machine,
  type MachineWindow,
} from '../../support/client/machine';
import { fakePresenter, type FakePresenter } from '../../support/client/fakePresenter';
import { minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
beforeEach(async () => {
  machine = await startMachine();
});
afterEach(() => machine.close());

const plain = (window: MachineWindow) =>
  machine.time.during(window.useCases.sendUpdate(window.place));
const stageOf = async (window: MachineWindow) => (await window.useCases.journal())[0]?.stage;

/** Messages about exceptions. */
const shown = (messages: readonly string[]) =>
  messages.filter((text) => text.startsWith('An unexpected error occurred'));

/** The first `times` operations that match throw. */
function throwing(times: number, matches: (operation: string, key: string) => boolean) {
  let left = times;
  machine.records.fault = (operation, key) => {
    if (matches(operation, key) && left-- > 0) throw new TypeError('broken');
    return undefined;
  };
  return () => left;
}

/** A window whose presenter fails as the test says. */
function openWith(failing: Partial<Presenter>, fields = changed, connection?: string) {
  const presenter: FakePresenter = fakePresenter();
  const window = machine.open(fields, {
    ...(connection !== undefined && { connection }),
    ports: { presenter: { ...presenter, ...failing } },
  });
  return { window, presenter, texts: () => presenter.messages.map(({ text }) => text) };
}

const never = () => new Promise<never>(() => undefined);
const rejects = () => Promise.reject(new Error('no editor'));

describe('monitoring continues after an exception', () => {
  test.each([
    ['while the connection is read', 1],
    ['again and again', 4],
  ])('%s', async (_when, times) => {
    const window = machine.open(changed);
    await plain(window);
    let left = times;
    machine.delayMs = () => {
      if (left-- > 0) throw new TypeError('broken');
      return 0;
    };
    await machine.time.pass(minutes(3));
    expect(left).toBeLessThan(0);
    expect(await stageOf(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
    expect(shown(window.texts())).toHaveLength(1);
    expect(window.log.lines.join()).toContain('TypeError: broken');
  });

  test.each(['read', 'write'] as const)('when the entry is completed (%s)', async (call) => {
    const window = machine.open(changed);
    await plain(window);
    const left = throwing(1, (operation, key) => operation === call && key.startsWith('journal/'));
    await machine.time.pass(minutes(1));
    expect(left()).toBeLessThan(1);
    expect(await stageOf(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
  });

  test('when a sign of life fails', async () => {
    const window = machine.open(changed);
    await plain(window);
    const left = throwing(2, (_operation, key) => key.startsWith('leases/'));
    await machine.time.pass(minutes(3));
    expect(left()).toBeLessThan(1);
    expect(await stageOf(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
  });

  test('when a message about the end fails', async () => {
    let left = 1;
    const { window } = openWith({
      showMessage: ({ text }) => {
        if (text.includes('The tunnel is up') && left-- > 0) throw new Error('no editor');
      },
    });
    await plain(window);
    await machine.time.pass(minutes(1));
    expect(await stageOf(window)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
    expect(window.working()).toEqual([]);
    expect(machine.defects()).toEqual([]);
  });

  test('and in a batch too', async () => {
    const window = machine.open(changed);
    let isThrown = false;
    machine.delayMs = () => {
      if (!isThrown && machine.puts().length === 1) {
        isThrown = true;
        throw new TypeError('broken');
      }
      return 0;
    };
    const outcome = await machine.time.during(window.useCases.applyBatch([window.place.uri]));
    expect(isThrown).toBe(true);
    expect(outcome).toMatchObject({ results: [{ state: 'applied' }] });
  });
});

describe.each([
  ['rejects', rejects],
  ['never resolves', never],
])('a document that %s', (_how, showDocument) => {
  test('delays no result of an update, and no countdown', async () => {
    const { window, texts } = openWith({ showDocument });
    expect(await window.apply()).toMatchObject({ verdict: 'accepted' });
    expect(texts()).toContain('Rolling back site-a in 5 minutes unless you keep the update.');
    await machine.time.pass(minutes(6));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(machine.decisions()).toEqual([]);
  });

  test('keeps nobody from seeing how an update ended', async () => {
    const { window, texts } = openWith({ showDocument }, '  name: x\n', connectionIds.down);
    await plain(window);
    await machine.time.pass(minutes(1));
    expect(await stageOf(window)).toMatchObject({ kind: 'settled', status: 'DOWN' });
    expect(texts().join()).toContain('the tunnel is down');
    expect(window.working()).toEqual([]);
    // The window can apply again.
    expect(await plain(window)).not.toMatchObject({ problem: { code: 'under-way' } });
  });
});

test('a document that could not be opened is not passed over in silence', async () => {
  const { window, texts } = openWith({ showDocument: rejects });
  await plain(window);
  expect(texts().join()).toContain("couldn't be opened");
});

describe('a countdown continues after an exception', () => {
  test.each(['rollbacks/', 'leases/', 'journal/'])('about %s, and says so once', async (folder) => {
    const window = machine.open(changed);
    await window.apply();
    await machine.time.pass(minutes(1));
    const left = throwing(5, (_operation, key) => key.startsWith(folder));
    await machine.time.pass(minutes(7));
    expect(left()).toBeLessThan(1);
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(machine.decisions()).toEqual([]);
    expect(shown(window.texts())).toHaveLength(1);
  });

  test('of a presenter that shows nothing', async () => {
    const { window } = openWith({
      showMessage: () => {
        throw new Error('no editor');
      },
    });
    await machine.time.during(window.useCases.applyWithRollback(window.place).catch(() => 'shown'));
    await machine.time.pass(minutes(7));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(machine.decisions()).toEqual([]);
    expect(window.working()).toEqual([]);
  });
});

test('after a PUT it can not be kept, also when that could not be recorded', async () => {
  const window = machine.open(changed);
  await window.apply();
  await machine.time.pass(minutes(1));
  machine.records.fault = (operation, key) =>
    operation === 'write' && key.startsWith('rollbacks/') ? 'ENOSPC' : undefined;
  machine.cloud.fate = ({ method }) => {
    if (method !== 'PUT') return undefined;
    machine.records.fault = (operation, key) => {
      if (operation !== 'write' || !key.startsWith('journal/')) return undefined;
      machine.records.fault = () => undefined;
      throw new Error('broken');
    };
    return { cut: 'before' };
  };
  await machine.time.until('the rollback', () => machine.puts().length === 2);
  machine.cloud.fate = () => ({ answer: apiErrors.badKey });
  await machine.time.pass(minutes(1));
  expect(await window.useCases.keepUpdate()).toMatchObject({ problem: { code: 'rolling-back' } });
  machine.cloud.fate = () => undefined;
  machine.signIn({ ...demoCredentials.token, kind: 'token' });
  await machine.time.pass(seconds(15));
  expect(machine.bodies().at(-1)).toEqual(previousValues);
  expect(machine.decisions()).toEqual([]);
});

describe('a window that starts', () => {
  test('takes part in every pending rollback but the one whose record fails', async () => {
    const first = machine.open(changed);
    await first.apply();
    const second = machine.open('  name: site-c-new\n', { connection: connectionIds.bgp });
    await second.apply();
    first.crash();
    second.crash();
    const [key] = [...machine.texts.keys()].filter((each) => /^rollbacks.*json$/.test(each));
    throwing(Infinity, (operation, each) => operation === 'read' && each === key);
    const next = machine.open(changed);
    await next.start();
    await machine.time.pass(minutes(8));
    expect(machine.bodies()).toHaveLength(3);
    expect(shown(next.texts())).toHaveLength(1);
    machine.records.fault = () => undefined;
    await machine.time.pass(minutes(8));
    expect(machine.bodies()).toHaveLength(4);
  });

  test.each(['windows/', 'rollbacks/', 'leases/'])(
    'continues all else when listing %s fails',
    async (folder) => {
      const first = machine.open(changed);
      await first.apply();
      first.crash();
      const next = machine.open(changed);
      throwing(1, (operation, key) => operation === 'list' && key.startsWith(folder));
      await next.start();
      machine.records.fault = () => undefined;
      await machine.time.pass(minutes(2) + seconds(30));
      expect(next.working()).toContain('countdown site-a');
      expect(await stageOf(next)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
    },
  );

  test('completes an interrupted update after an exception', async () => {
    const first = machine.open(changed);
    machine.cloud.fate = ({ method }) => {
      if (method === 'PUT') first.crash();
      return undefined;
    };
    first.useCases.sendUpdate(first.place).catch(() => undefined);
    await machine.time.until('the crash', () => first.isGone);
    machine.cloud.fate = () => undefined;
    const next = machine.open(changed);
    await next.start();
    const left = throwing(1, (operation, key) => operation === 'read' && key.startsWith('journal'));
    await machine.time.pass(minutes(5));
    expect(left()).toBeLessThan(1);
    expect(await stageOf(next)).toMatchObject({ kind: 'settled', status: 'ACTIVE' });
    expect(shown(next.texts())).toHaveLength(1);
  });
});
