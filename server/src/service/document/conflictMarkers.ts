// Git conflict markers. Parsing such a text gives a cascade of nonsense, so they are looked for first.
import type { Problem } from '../problem';
import { lineAround } from './span';

/** The first conflict marker, as the one problem of the document. */
export function findConflictMarker(text: string): Problem | undefined {
  // Not the start of a line as expressions have it: for them U+2028 begins one, for YAML it does not.
  const match = /(?<![^\n])(?:(?:<{7}|>{7}|\|{7}) |(?:<{7}|={7}|>{7})(?=\r?\n|\r?$))/.exec(text);
  if (match === null) return undefined;
  return {
    code: 'yaml/conflict-markers',
    severity: 'error',
    pointer: '',
    span: lineAround(text, match.index),
    message:
      'Git conflict markers: choose one side and remove the marker lines. Nothing else is checked until then.',
  };
}
