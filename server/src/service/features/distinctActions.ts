// A selection can hold many problems with the same mend: what is the same becomes one action, and what
// only sounds the same says where it is.
import type { CodeAction } from 'vscode-languageserver-types';

/** An action, and whether it is the same for the whole file wherever its problem stands. */
export interface OfferedAction {
  readonly action: CodeAction;
  readonly isForFile: boolean;
}

/** Each action once, with all the problems that it mends; titles for several lines name theirs. */
export function distinctActions(offers: readonly OfferedAction[]): CodeAction[] {
  const merged = new Map<string, CodeAction>();
  for (const { action, isForFile } of offers) {
    const key = JSON.stringify([action.title, !isForFile && [action.edit, action.command]]);
    const same = merged.get(key) ?? { ...action, diagnostics: [] };
    merged.set(key, {
      ...same,
      ...(action.isPreferred && { isPreferred: true }),
      diagnostics: [...(same.diagnostics ?? []), ...(action.diagnostics ?? [])],
    });
  }
  return withLines([...merged.values()]);
}

function withLines(actions: readonly CodeAction[]): CodeAction[] {
  const lines = new Map<string, Set<number>>();
  for (const action of actions) {
    const known = lines.get(action.title) ?? new Set();
    lines.set(action.title, known.add(lineOf(action)));
  }
  return actions.map((action) =>
    (lines.get(action.title)?.size ?? 0) > 1
      ? { ...action, title: `${action.title} (line ${lineOf(action) + 1})` }
      : action,
  );
}

function lineOf({ diagnostics }: CodeAction): number {
  return diagnostics?.[0]?.range.start.line ?? 0;
}
