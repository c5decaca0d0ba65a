// The answer to every command about an update that was removed from the journal.
import { problem, type Problem } from '../model/problem';

/** The user, another window or age has removed it. */
export function entryGone(): Problem {
  return problem('entry-gone', 'This update is no longer in the change history.', '');
}
