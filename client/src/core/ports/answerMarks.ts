// The port through which answers reach the fields of a file.
import type { Range } from 'vscode-languageserver-types';
import type { BufferRange } from '../model/bufferRange';

/** Marks in files of what an answer says about their fields, until the next edit of the file. */
export interface AnswerMarks {
  /** Replaces the marks within the range; does nothing when the buffer is not at that version any more. */
  show(place: BufferRange, marks: readonly AnswerMark[]): void;
}

/** One mark. */
export interface AnswerMark {
  readonly range: Range;
  /** The code of the answer, for example `VPN.0001`. */
  readonly code: string;
  readonly message: string;
}
