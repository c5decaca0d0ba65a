// The value of one YAML scalar as it is written: quotes and escape sequences are a matter of YAML, so
// its library reads them. Has a bundle of its own, which is loaded when a key is moved.
import { isScalar, parseDocument } from 'yaml';

/**
 * The text that `written` stands for, for example `Ab"1` for `"Ab\"1"`. Undefined for what is no text
 * (numbers, nothing), carries a tag, an anchor or a comment, or is more than one value.
 */
export function readScalar(written: string): string | undefined {
  // Behind a blank nothing is a directive or a marker.
  const { contents, errors } = parseDocument(` ${written}`, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (errors.length > 0 || !isScalar(contents)) return undefined;
  const { tag, anchor, comment, value } = contents;
  const isBare = tag === undefined && anchor === undefined && !comment;
  return isBare && typeof value === 'string' && value !== '' ? value : undefined;
}
