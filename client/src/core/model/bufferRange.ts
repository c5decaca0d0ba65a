// A part of an open document.
import type { Range } from 'vscode-languageserver-types';

/** A range of one version of an open document. */
export interface BufferRange {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
}
