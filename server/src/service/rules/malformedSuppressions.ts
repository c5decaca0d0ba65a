// Comments that are meant to silence problems and silence none: without an ID, or with a first word that
// is nearly the right one. Nobody would notice: a comment has no other effect.
import type { DataNode } from '../document/node';
import type { Span } from '../document/span';
import type { Problem } from '../problem';
import {
  disableFile,
  disableNextLine,
  misspeltWords,
  suppressionComments,
} from './suppressionComments';

/** What is to say about such comments of a document. */
export function malformedSuppressions(
  text: string,
  root: DataNode | undefined,
): readonly Problem[] {
  const nameless = suppressionComments(text, root).filter(
    ({ list }) => !/[^\s,]/.test(text.slice(list.start, list.end)),
  );
  return [
    ...nameless.map(({ scope, word }) => {
      const written = scope === 'file' ? disableFile : disableNextLine;
      return malformed(
        word,
        `This names no problem, so it silences nothing. Write the ID of one behind \`${written}\`.`,
      );
    }),
    ...misspeltWords(text, root).map((word) => ({
      ...malformed(word, misspelt),
      ...meant(text.slice(word.start, word.end)),
    })),
  ];
}

const misspelt = `This silences nothing. Write \`${disableNextLine}\` or \`${disableFile}\`, a blank and the ID of a problem.`;

function malformed(span: Span, message: string): Problem {
  return { code: 'suppress/malformed', severity: 'warning', pointer: '', span, message };
}

/** The right words, the likelier one first; not for a word that an ID is stuck to, which would be lost. */
function meant(word: string): Pick<Problem, 'data'> {
  if (!/^[\w-]+[^\w/]?$/.test(word)) return {};
  const names = word.includes('-f')
    ? [disableFile, disableNextLine]
    : [disableNextLine, disableFile];
  return { data: { kind: 'rename-directive', names } };
}
