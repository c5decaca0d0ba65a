// What completion proposes at one place, before it becomes an LSP item.
import type { PlainData } from './hypothetical';
import type { InsertText } from './insertText';

/** How much speaks for a proposal: what comes later in this list is sorted behind the rest. */
export const ranks = ['known', 'usual', 'example', 'discouraged', 'weak', 'no-effect'] as const;
export type Rank = (typeof ranks)[number];

export interface Proposal {
  /** What the list shows, and what typing filters by. */
  readonly label: string;
  /** Something else that typing finds it by. */
  readonly alias?: string;
  readonly kind: 'key' | 'value' | 'example' | 'reference' | 'block';
  readonly insert: InsertText;
  /**
   * What the place may come to hold; several when typing goes on. A key holds an object with that
   * key. Empty when there is nothing to try out.
   */
  readonly holds: readonly PlainData[];
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
