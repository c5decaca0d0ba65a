// Progress that gives each task a signal of its own and keeps it.
import type { ProgressRunner } from '../../../client/src/core/ports/ports';
import { cancelSource, type CancelSource } from './cancelSource';

export interface FakeProgress extends ProgressRunner {
  readonly runs: readonly { readonly title: string; readonly source: CancelSource }[];
}

export function fakeProgress(): FakeProgress {
  const runs: { title: string; source: CancelSource }[] = [];
  return {
    runs,
    run: (title, task) => {
      const source = cancelSource();
      runs.push({ title, source });
      return task(source.signal);
    },
  };
}
