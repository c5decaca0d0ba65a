// Completion inside the comments that silence problems: the IDs that can stand there.
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { runStart, touches } from '../document/span';
import { suppressionComments, type SuppressionComment } from '../rules/suppressionComments';
import { isAboutComments, silenceableIds } from '../rules/suppressions';
import {
  documentAtLine,
  offsetInDocument,
  type Snapshot,
  type SnapshotDocument,
} from '../snapshot';
import { rangeInFile } from './diagnostics';
import { CompletionItemKind } from './lspValues';
import { defaultPolicy, problemsOf } from './policy';

/**
 * The items for `position` when it is in such a comment, behind its first word; nothing elsewhere.
 * The problems that it would silence now, that is, those that nothing else silences, come first; those it
 * names already are left out.
 */
export function suppressionIdsAt(
  snapshot: Snapshot,
  position: Position,
): readonly CompletionItem[] | undefined {
  const document = documentAtLine(snapshot, position.line);
  const { text } = document.segment;
  const offset = offsetInDocument(document, position);
  if (!isBehindNumberSign(text, offset)) return undefined;
  const comment = suppressionComments(text, document.analysis.root).find(
    ({ word, list }) => word.end < offset && touches(list, offset),
  );
  if (comment === undefined) return undefined;
  const before = offset - Math.max(runStart(text, offset, /[^\s,]/), comment.list.start);
  const behind = /^[^\s,]*/.exec(text.slice(offset, comment.list.end))?.[0].length ?? 0;
  const span = { start: offset - before, end: offset + behind };
  const range = rangeInFile(document, span);
  const others =
    text.slice(comment.list.start, span.start) + text.slice(span.end, comment.list.end);
  const named = new Set(others.split(/[\s,]+/));
  const present = presentCodes(snapshot, document, comment);
  // What stands at the cursor silences it so far.
  present.add(text.slice(span.start, span.end));
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

/** Codes of the problems that the comment is about and that no comment silences. */
function presentCodes(
  snapshot: Snapshot,
  document: SnapshotDocument,
  { scope, target }: SuppressionComment,
): Set<string> {
  const problems = problemsOf(snapshot, defaultPolicy);
  const own = problems[snapshot.documents.indexOf(document)] ?? [];
  const reached =
    scope === 'file'
      ? problems.flat()
      : own.filter(({ span }) => target !== undefined && touches(target, span.start));
  return new Set(reached.map(({ code }) => code));
}
