// Completion inside the comments that silence problems: the IDs that can stand there.
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { touches } from '../document/span';
import type { Problem } from '../problem';
import { suppressionComments, type SuppressionComment } from '../rules/suppressionComments';
import { isAboutComments, silenceableIds } from '../rules/suppressions';
import { documentAtLine, offsetInDocument, type Snapshot } from '../snapshot';
import { rangeInFile } from './diagnostics';
import { CompletionItemKind } from './lspValues';

/**
 * The items for `position` when it is in such a comment, behind its first word; nothing elsewhere.
 * The problems that the comment would silence now come first; those it names already are left out.
 */
export function suppressionIdsAt(
  snapshot: Snapshot,
  position: Position,
): readonly CompletionItem[] | undefined {
  const document = documentAtLine(snapshot, position.line);
  const { text } = document.segment;
  const offset = offsetInDocument(document, position);
  if (!isBehindNumberSign(text, offset)) return undefined;
  const comment = suppressionComments(text, document.analysis.root).find(({ list }) =>
    touches(list, offset),
  );
  if (comment === undefined) return undefined;
  const before = /[^\s,]*$/.exec(text.slice(comment.list.start, offset))?.[0].length ?? 0;
  const behind = /^[^\s,]*/.exec(text.slice(offset, comment.list.end))?.[0].length ?? 0;
  const span = { start: offset - before, end: offset + behind };
  const range = rangeInFile(document, span);
  const others =
    text.slice(comment.list.start, span.start) + text.slice(span.end, comment.list.end);
  const named = new Set(others.split(/[\s,]+/));
  const present = presentCodes(snapshot, document.analysis.problems, comment);
  return silenceableIds()
    .filter(({ id }) => !named.has(id) && !isAboutComments(id))
    .map(({ id, title }) => ({
      label: id,
      kind: CompletionItemKind.Value,
      detail: title,
      textEdit: { range, newText: id },
      filterText: id,
      sortText: `${present.has(id) ? '0' : '1'}${id}`,
    }));
}

/** Whether there can be a comment at all: most completions are asked for elsewhere. */
function isBehindNumberSign(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).includes('#');
}

/** Codes of the problems that the comment is about. */
function presentCodes(
  { documents }: Snapshot,
  own: readonly Problem[],
  { scope, target }: SuppressionComment,
): ReadonlySet<string> {
  const problems =
    scope === 'file'
      ? documents.flatMap(({ analysis }) => analysis.problems)
      : own.filter(({ span }) => target !== undefined && touches(target, span.start));
  return new Set(problems.map(({ code }) => code));
}
