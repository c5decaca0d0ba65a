// The YAML parser with the settings that all texts are read with.
import { Composer, parseDocument, Parser, type Document } from 'yaml';

/** The YAML tree of `text`; all errors are in its `errors`. */
export function parseYaml(text: string): Document.Parsed {
  // The parser makes an exception of each mistake and throws none of them: taking down where each was made
  // is most of the work in a text that is full of mistakes.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, options);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * The objects that reading `text` makes and throws away. As long as one of a class lives, the engine
 * remembers how those of the class look. When none does at the moment it collects garbage, it throws away
 * the compiled code that relied on it: keystrokes cost twice as much for a minute after.
 */
export function usedReaders(text: string): readonly object[] {
  const parser = new Parser();
  const composer = new Composer(options);
  return [parser, composer, ...composer.compose(parser.parse(text), true, text.length)];
}

const options = {
  version: '1.2',
  schema: 'core',
  merge: true,
  intAsBigInt: false,
  prettyErrors: false,
  uniqueKeys: false,
  logLevel: 'silent',
} as const;
