// What completion proposes at one place, before it becomes an LSP item.
import type { InsertText } from './insertText';

/** How much speaks for a proposal; what is lower in this list is sorted behind the others. */
export const ranks = ['known', 'usual', 'example', 'no-effect', 'weak', 'conflict'] as const;
export type Rank = (typeof ranks)[number];

export interface Proposal {
  /** What the list shows, and what typing filters by. */
  readonly label: string;
  readonly kind: 'key' | 'value' | 'example' | 'reference' | 'block';
  readonly insert: InsertText;
  /** Short note behind the label, such as `weak`. */
  readonly note?: string;
  /** Type, unit or meaning in a few words. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly rank: Rank;
  /** Its text begins with a line break: blanks in front of it would be left at the end of a line. */
  readonly onNextLine?: true;
  /** The one to take when there is nothing else to decide by. */
  readonly preferred?: true;
}
