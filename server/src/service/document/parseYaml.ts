// The YAML parser with the settings that all texts are read with.
import { parseDocument, type Document } from 'yaml';

/** The YAML tree of `text`; all errors are in its `errors`. */
export function parseYaml(text: string): Document.Parsed {
  return parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: true,
    intAsBigInt: false,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
}
