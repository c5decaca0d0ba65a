// Updates in Progress: what is listed, in which order, and what the badge counts.
import { describe, expect, test, vi } from 'vitest';
import type { CancelSignal } from '../../../client/src/core/ports/cancelSignal';
import type { Watch } from '../../../client/src/core/ports/lastingPorts';
import type { WorkInProgress } from '../../../client/src/vscode/status/backgroundWatches';
import { fakeLog } from '../../support/client/fakeLog';

vi.mock('vscode', async () => (await import('../../support/client/fakeEditor')).editor);
const { BackgroundWatches } = await import('../../../client/src/vscode/status/backgroundWatches');
const { ProgressView } = await import('../../../client/src/vscode/views/progressView');

const untilStopped = (): Promise<void> => new Promise(() => undefined);

function listed(...kinds: readonly ('watch' | 'countdown')[]): readonly WorkInProgress[] {
  const watches = new BackgroundWatches(fakeLog());
  for (const kind of kinds) watches.start({ title: kind, kind, run: untilStopped });
  return new ProgressView(watches).getChildren();
}

describe('the list', () => {
  test('has what waits for a decision first', () => {
    const titles = listed('watch', 'countdown', 'watch').map(({ work }) => work.title);
    expect(titles).toEqual(['countdown', 'watch', 'watch']);
  });

  test('has nothing below its items', () => {
    const view = new ProgressView(new BackgroundWatches(fakeLog()));
    const item = { work: { title: 'a', kind: 'watch', run: untilStopped }, text: '' } as const;
    expect(view.getChildren(item)).toEqual([]);
  });
});

test.each([
  ['countdown', 'rollback in 1:48', 'Pending rollback of site-a, rollback in 1:48'],
  ['watch', '', 'Tracking the update of site-a, waiting'],
] as const)('an item of a %s is spoken with its state', (kind, text, label) => {
  const view = new ProgressView(new BackgroundWatches(fakeLog()));
  const item = view.getTreeItem({ work: { title: 'site-a', kind, run: untilStopped }, text });
  expect(item.accessibilityInformation?.label).toBe(label);
  expect(item.contextValue).toBe(kind);
});

test('only tracking can be stopped, and only what is in the list', () => {
  const watches = new BackgroundWatches(fakeLog());
  const signals = new Map<string, CancelSignal>();
  for (const kind of ['watch', 'countdown'] as const) {
    const run = ({ stop }: Watch): Promise<void> => {
      signals.set(kind, stop);
      return untilStopped();
    };
    watches.start({ title: kind, kind, run });
  }
  const stopped = (): readonly string[] =>
    [...signals].filter(([, stop]) => stop.isCancelled()).map(([kind]) => kind);
  const [countdown, watch] = watches.list();
  watches.stop({ ...watch });
  watches.stop(countdown);
  expect(stopped()).toEqual([]);
  watches.stop(watch);
  expect(stopped()).toEqual(['watch']);
});
