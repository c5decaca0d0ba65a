// What stops somebody who opens or decides over a confirmation window.
import { problem, type Problem } from '../model/problem';
import { shortText } from '../model/visibleText';
import type { ArmedWindow } from '../journal/armedWindow';

/** An update meanwhile would be mixed up with the values that go back. */
export function alreadyOpen({ id, title }: Pick<ArmedWindow, 'id' | 'title'>): Problem {
  return problem(
    'window-open',
    `An update of ${shortText(title, 80)} waits to be kept or taken back, so nothing was sent.`,
    'Decide over that one first.',
    { kind: 'keep-update', window: id },
    { kind: 'restore-now', window: id },
  );
}

/** Decided already, here or in another window. */
export function windowOver(): Problem {
  return problem(
    'window-over',
    'This update has been kept or taken back already.',
    'Look at the journal for what became of it.',
  );
}

/** Somebody was faster. */
export function beingRestored(): Problem {
  return problem(
    'being-restored',
    'The previous values are being sent right now.',
    'Wait for the result, then apply the update again if you want it.',
  );
}

/** The decision could not be written down, so other windows would not know of it. */
export function undecided(): Problem {
  return problem(
    'window-unwritten',
    'The decision could not be written down on this machine, so the countdown goes on.',
    'Make room on the disk and try again.',
    { kind: 'show-log' },
  );
}
