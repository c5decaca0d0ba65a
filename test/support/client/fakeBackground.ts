// Background work that runs when a test says so.
import type { Background, BackgroundWork } from '../../../client/src/core/ports/lastingPorts';
import { cancelSource } from './cancelSource';

export interface FakeBackground extends Background {
  readonly started: readonly BackgroundWork[];
  readonly reports: readonly string[];
  /** Runs what has been started and not yet run, and what that starts in turn. */
  settle(): Promise<void>;
  /** The user wants no more of it. */
  stop(): void;
}

export function fakeBackground(): FakeBackground {
  const started: BackgroundWork[] = [];
  const reports: string[] = [];
  const source = cancelSource();
  let next = 0;
  return {
    started,
    reports,
    start: (work) => {
      started.push(work);
    },
    settle: async () => {
      for (let work = started[next]; work !== undefined; work = started[next]) {
        next += 1;
        await work.run({ report: (text) => void reports.push(text), stop: source.signal });
      }
    },
    stop: () => source.cancel(),
  };
}
