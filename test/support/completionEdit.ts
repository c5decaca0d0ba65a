// What an editor does with a completion item: expands its snippet and applies its edits.
import type { CompletionItem, Position, TextEdit } from 'vscode-languageserver-types';
import { InsertTextFormat } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Cursor in case files. */
export const cursorMark = '<|>';

/** A text with its cursor taken out. */
export interface TextWithCursor {
  readonly text: string;
  readonly position: Position;
}

/** Reads a text that holds one cursor mark. */
export function readCursor(marked: string): TextWithCursor {
  const at = marked.indexOf(cursorMark);
  if (at < 0) throw new Error(`No ${cursorMark} in: ${marked}`);
  const text = marked.slice(0, at) + marked.slice(at + cursorMark.length);
  return { text, position: TextDocument.create('', '', 0, text).positionAt(at) };
}

/** The text after the item is taken; `atCursor` stands where the cursor ends up. */
export function acceptItem(text: string, item: CompletionItem, atCursor: string): string {
  const edit = item.textEdit;
  if (edit === undefined || !('range' in edit)) throw new Error(`${item.label} has no plain edit.`);
  const newText =
    item.insertTextFormat === InsertTextFormat.Snippet
      ? expandSnippet(edit.newText, atCursor)
      : edit.newText;
  const edits: TextEdit[] = [{ ...edit, newText }, ...(item.additionalTextEdits ?? [])];
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

/** A snippet with its placeholders as text, `atCursor` in place of `$0`. */
function expandSnippet(snippet: string, atCursor: string): string {
  return snippet.replace(
    /\\([$}\\])|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$(\d+)/g,
    (_, escaped?: string, placeholder?: string, stop?: string) => {
      if (escaped !== undefined) return escaped;
      if (placeholder !== undefined) return placeholder.replace(/\\(.)/g, '$1');
      return stop === '0' ? atCursor : '';
    },
  );
}
