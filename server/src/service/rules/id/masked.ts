// id/masked: an ID copied from the documentation, where its middle is hidden behind asterisks.
import type { DataNode } from '../../document/node';
import { unresolvedTag } from '../../document/project';
import type { FieldFacts } from '../../schema/facts';
import { defineRule } from '../rule';

export const masked = defineRule({
  id: 'id/masked',
  severity: 'error',
  title: 'An ID is masked with asterisks',
  why: 'The documentation prints IDs as 98c5af8a-****-****-****-ae2280a6f4c3. No connection or gateway has such an ID.',
  source: 'API page, example responses',
  supersedes: ['schema/pattern', 'yaml/unresolved-alias'],
  check(document, report) {
    for (const { node } of document.fieldsWhere(isUuid)) {
      if (!isMasked(node)) continue;
      report({
        at: node,
        message:
          'This ID is masked, as in the documentation. Copy the full ID from the console or the API.',
      });
    }
  },
  examples: {
    good: ['cgw_id: 5247ae10-1c2d-4e3f-8a9b-dd36659a7f5d'],
    bad: [
      {
        yaml: 'cgw_id: 5247ae10-****-****-****-dd36659a7f5d',
        marks: ['5247ae10-****-****-****-dd36659a7f5d'],
      },
      { yaml: 'cgw_id: ****', marks: ['****'] },
      {
        yaml: 'cgw_id: ********-****-****-****-dd36659a7f5d',
        marks: ['********-****-****-****-dd36659a7f5d'],
      },
    ],
  },
});

/** A mask at the beginning is an alias to YAML, though nobody names an anchor like that. */
function isMasked(node: DataNode): boolean {
  if (node.kind !== 'scalar') return false;
  if (node.tag === unresolvedTag) return node.source.startsWith('**');
  return node.tag === undefined && typeof node.value === 'string' && node.value.includes('*');
}

function isUuid({ form }: FieldFacts): boolean {
  return form === 'uuid';
}
