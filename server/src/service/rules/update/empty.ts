// update/empty: a document that would send nothing.
import type { DataNode } from '../../document/node';
import { table } from '../../schema/table';
import { defineRule } from '../rule';
import { holdsField } from './holdsField';

export const empty = defineRule({
  id: 'update/empty',
  severity: 'error',
  title: 'The update changes nothing',
  why: 'A request without a field is not defined by the API. An update needs at least one field to change.',
  source: 'API page, table 2',
  aboutMissing: true,
  supersedes: ['schema/type', 'schema/required'],
  check(document, report) {
    const root = document.node('');
    if (root !== undefined && isNeverSent(root)) report({ at: root, message: neverSent });
    const body = table.fieldWithRole('body');
    const entry = document.entry(body.path);
    if (entry === undefined || !isUpdateWithoutFields(entry.value)) return;
    report({
      at: entry,
      message: `Nothing to update: write at least one field under \`${body.key}\`, for example \`name\`.`,
    });
  },
  examples: {
    good: ['name: site-a', 'peer_subnets: []', 'psk: !secret site-a'],
    bad: [
      { yaml: 'vpn_connection: {}', marks: ['vpn_connection'] },
      { yaml: 'vpn_connection:\n', marks: ['vpn_connection'] },
      { yaml: 'vpn_connection:\n  ikepolicy: {}', marks: ['vpn_connection'] },
      { yaml: 'vpn_connection:\n  ikepolicy:\n    dpd: {}', marks: ['vpn_connection'] },
    ],
  },
});

const neverSent =
  'This document updates nothing: its keys are never sent. Anchors do not reach other documents, so move these keys into the document that uses them.';

/** All keys are places for values that a document uses several times. */
function isNeverSent(root: DataNode): boolean {
  return (
    root.kind === 'map' &&
    root.entries.length > 0 &&
    root.entries.every(({ key }) => table.isForSharedValues(key))
  );
}

/** Nothing is written, or blocks of keys that hold none. */
function isUpdateWithoutFields(body: DataNode): boolean {
  return body.kind === 'scalar'
    ? body.style === 'empty' && body.tag === undefined
    : !holdsField(body);
}
