// From a proposal to an LSP item.
import type { CompletionItem, Range } from 'vscode-languageserver-types';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from '../lspValues';
import { plainText, visibleText } from '../plainText';
import { endsAtStop, renderPlain, renderSnippet, type InsertText } from './insertText';
import { ranks, type Proposal } from './proposal';

/** What the client can show and do. */
export interface CompletionOptions {
  /** Markdown documentation; otherwise plain text. */
  readonly format: 'markdown' | 'plaintext';
  readonly snippets: boolean;
  /** The client knows the command that shows suggestions again, for the value behind a key. */
  readonly triggerSuggest: boolean;
}

/** Where a proposal goes. */
export interface Target {
  /** One line. */
  readonly range: Range;
  /** Quote that stands at the beginning of `range`: what is typed is compared with it in front. */
  readonly quote: string;
  /**
   * What is replaced as well, up to `range`: a word that the editor must not filter by. It is not
   * repeated as a text to filter by, because it may be anything, a secret included.
   */
  readonly replaced: Range;
  /** The blanks in front of all that. */
  readonly blanksBefore: Range;
}

/** The LSP item; `index` is its place among its equals. */
export function toItem(
  proposal: Proposal,
  index: number,
  { range, quote, replaced, blanksBefore }: Target,
  options: CompletionOptions,
): CompletionItem {
  const { alias, insert, note, detail, documentation, rank } = proposal;
  const label = visibleText(proposal.label);
  const isSnippet = needsSnippet(insert, options);
  const removed = [replaced, ...(proposal.onNextLine ? [blanksBefore] : [])]
    .filter((each) => !isEmpty(each))
    .map((each) => ({ range: each, newText: '' }));
  return {
    label,
    kind: kinds[proposal.kind],
    textEdit: { range, newText: isSnippet ? renderSnippet(insert) : renderPlain(insert) },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    filterText: quote + (alias === undefined ? label : `${label} ${alias}`),
    sortText: `${ranks.indexOf(rank)}${String(index).padStart(3, '0')}`,
    ...(note !== undefined && { labelDetails: { description: visibleText(note) } }),
    ...(detail !== undefined && { detail: visibleText(detail) }),
    ...(documentation !== undefined && {
      documentation: {
        kind: options.format,
        value: options.format === 'markdown' ? documentation : plainText(documentation),
      },
    }),
    // What the rules object to is not taken by itself, however good it is otherwise.
    ...(proposal.preferred && proposal.rank === 'usual' && { preselect: true }),
    ...(removed.length > 0 && { additionalTextEdits: removed }),
    ...(options.triggerSuggest && endsAtStop(insert) && { command: suggestAgain }),
  };
}

/** Shows the suggestions for the value as soon as its key is there. */
const suggestAgain = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

const kinds = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  example: CompletionItemKind.Value,
  reference: CompletionItemKind.Reference,
  block: CompletionItemKind.Snippet,
} as const;

function needsSnippet(insert: InsertText, { snippets }: CompletionOptions): boolean {
  return snippets && insert.some((part) => typeof part !== 'string');
}

function isEmpty({ start, end }: Range): boolean {
  return start.line === end.line && start.character === end.character;
}
