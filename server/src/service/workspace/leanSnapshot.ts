// What is kept of a file that is not open: its problems, its place among others and its lines. Text
// and tree are many times as large, and a workspace can have thousands of files.
import { SnapshotDocument, type Snapshot } from '../snapshot';

/** The same snapshot without texts and trees; all its documents must have been analysed. */
export function leanSnapshot({ documents, live }: Snapshot): Snapshot {
  return {
    documents: documents.map(({ segment, line, analysis }) => {
      const { lines } = segment;
      const lean = { ...analysis, text: '', root: undefined };
      return new SnapshotDocument({ text: '', written: '', lines }, line, { analysis: lean });
    }),
    live,
  };
}
