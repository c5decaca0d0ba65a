// What is kept of a file that is not open: its problems, its place among others and its lines. Text
// and tree are many times as large, and a workspace can have thousands of files.
import { SnapshotDocument, type Snapshot } from '../snapshot';

/** The same snapshot without texts and trees; all its documents must have been analysed. */
export function leanSnapshot({ documents, live }: Snapshot): Snapshot {
  return {
    documents: documents.map(({ segment, line, analysis }) => {
      const { lines } = segment;
      // Each named: what the rules find is made when it is read, and it is read here.
      const { identity, suppressions, problems } = analysis;
      const lean = { text: '', lines, root: undefined, identity, suppressions, problems, live };
      return new SnapshotDocument({ text: '', written: '', lines }, line, () => lean);
    }),
    live,
  };
}
