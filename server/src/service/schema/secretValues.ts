// The texts of secret fields. An alias can carry one into any other field, where it would be shown.
import { nodeAtPointer, type DataNode } from '../document/node';
import { table } from './table';

/** Whether a text of the document is the value of a secret field, wherever it stands. */
export function secretValues(root: DataNode | undefined): (text: string) => boolean {
  const secrets = new Set(
    secretFields.flatMap(({ path }) => {
      const node = nodeAtPointer(root, path);
      return node?.kind === 'scalar' && node.tag === undefined && node.value !== null
        ? [String(node.value), node.source]
        : [];
    }),
  );
  return (text) => secrets.has(text);
}

const secretFields = table.allFields().filter(({ sensitive }) => sensitive);
