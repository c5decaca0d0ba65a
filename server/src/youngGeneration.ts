// How much memory the engine may use for objects that live shortly.
import {
  constants,
  PerformanceObserver,
  type NodeGCPerformanceDetail,
  type PerformanceEntry,
} from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of both halves of the young generation, from which on it does not grow any more. */
const enough = 4 << 20;
/** How often it is looked at until it has grown. */
const pauseMilliseconds = 25;

/**
 * Keeps the young generation at two MiB for each half. Left to itself the engine takes up to
 * sixteen, which a server in the background of an editor is not worth, and goes back to one when it
 * collects all garbage while somebody types slowly; with one MiB a quarter of the time of a completion
 * went into collecting garbage, and with three nothing was faster than with two. Measured with `npm run bench`.
 */
export function keepYoungGeneration(): void {
  growOnce();
  new PerformanceObserver((list) => {
    if (list.getEntries().some(isMajor)) growOnce();
  }).observe({ entryTypes: ['gc'] });
}

/** Lets it grow by one step, which the engine takes when it needs it. */
function growOnce(): void {
  if (hasGrown()) return;
  setFlagsFromString('--semi-space-growth-factor=2');
  const timer = setInterval(() => {
    if (!hasGrown()) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(timer);
  }, pauseMilliseconds);
  timer.unref();
}

/** Whether an entry tells of a collection of all garbage, which may have made the young generation small. */
function isMajor(entry: PerformanceEntry & { detail?: NodeGCPerformanceDetail }): boolean {
  return entry.detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
}

function hasGrown(): boolean {
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  return (space?.space_size ?? enough) >= enough;
}
