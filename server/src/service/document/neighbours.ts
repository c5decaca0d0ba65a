// The texts beside a document in its file: what a change of the document must leave to them.
import { splitSegments } from './segments';

/** The texts of the documents above and below; empty at the edges of the file. */
export interface Neighbours {
  readonly above: string;
  readonly below: string;
}

/** Whether `text` between its neighbours is one document, and they are what they were. */
export function staysOneDocument(text: string, { above, below }: Neighbours): boolean {
  const expected = [above, text, below].filter((each) => each !== '');
  const segments = splitSegments(expected.join(''));
  return (
    expected.every((each, index) => segments[index] === each) &&
    segments.length <= Math.max(expected.length, 1)
  );
}
