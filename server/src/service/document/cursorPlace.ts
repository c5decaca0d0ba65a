// One reading of the place at a cursor.
import type { Document } from 'yaml';
import type { DataNode } from './node';
import type { Pointer } from './pointer';
import { projectDocument } from './project';
import type { QuoteStyle } from './quoteScalar';
import type { Span } from './span';

/** A key, value or item that stands at the cursor, or could stand there. */
export interface CursorPlace {
  readonly role: 'key' | 'value' | 'item';
  /** `key`: the map that the key belongs to. `value`, `item`: the value itself. */
  readonly pointer: Pointer;
  /** What stands there already, quotes included; empty at a blank place. Always on one line. */
  readonly span: Span;
  /** What is written between the start of `span` and the cursor. */
  readonly prefix: string;
  /** Text that has to come first: the blank behind `key:` or `-`, or the dash of a new item. */
  readonly lead: '' | ' ' | '- ';
  readonly quotes: QuoteStyle;
  readonly flow: boolean;
  /** Column of the key: of this one, or of the one that the value belongs to. `item`: of the item itself. */
  readonly column: number;
  /** `value` only: it stands on the line of its key. */
  readonly besideKey: boolean;
  /** What follows the word at the cursor already. */
  readonly follows: 'nothing' | 'colon' | 'value';
  /** `key` only: there is no colon yet. */
  readonly needsColon: boolean;
  /** Tag in front of the value. */
  readonly tag?: string;
  /** The document as it is read with the marker in place. */
  readonly reading: Reading;
}

/** A parsed text that holds the marker. */
export interface Reading {
  readonly tree: Document.Parsed;
  readonly text: string;
  readonly marker: string;
}

/** The data of the document around the cursor; the key or scalar at the cursor holds the marker. */
export function projectReading({ tree, text }: Reading): DataNode | undefined {
  return projectDocument(tree, text).root;
}
