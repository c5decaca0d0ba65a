// Records the marks of answers.
import type { BufferRange } from '../../../client/src/core/model/bufferRange';
import type { AnswerMark, AnswerMarks } from '../../../client/src/core/ports/answerMarks';

export interface FakeMarks extends AnswerMarks {
  /** Every call, in order. */
  readonly shown: readonly {
    readonly place: BufferRange;
    readonly marks: readonly AnswerMark[];
  }[];
}

export function fakeMarks(): FakeMarks {
  const shown: { place: BufferRange; marks: readonly AnswerMark[] }[] = [];
  return { shown, show: (place, marks) => void shown.push({ place, marks }) };
}
