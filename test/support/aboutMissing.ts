// What is said when something is not there: not said while a line is unfinished that may become it.
import { rules } from '../../server/src/service/rules';

/** Codes of the problems that say that something is missing. */
export const aboutMissing: ReadonlySet<string> = new Set([
  'schema/required',
  ...rules.filter((rule) => rule.aboutMissing === true).map(({ id }) => id),
]);
