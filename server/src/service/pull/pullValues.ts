// *Pull Current Values*: the edits after which a document says what its live connection holds.
import type { Position } from 'vscode-languageserver-types';
import type { LiveAnswers } from '../../protocol/plan';
import type { PulledValues, PullValuesResult } from '../../protocol/pull';
import { joinItems } from '../../protocol/joinItems';
import { sameValue } from '../../protocol/sameValue';
import { reanalyze, type Analysis } from '../analysis';
import { applyEdits, type Edit } from '../document/edit';
import { walk, type DataNode } from '../document/node';
import { isWithin, pointerSegments } from '../document/pointer';
import { rangeInFile } from '../features/diagnostics';
import { plainJson } from '../request/build';
import type { FieldFacts } from '../schema/facts';
import { valueAt } from '../../protocol/json';
import { table } from '../schema/table';
import { documentAtLine, type Snapshot } from '../snapshot';
import { editValue, type PulledField } from './editValue';

/**
 * Fields of the body and facts under `context` that stand in the document take the live value; nothing
 * is added. Secrets and references are not touched. Every edit is tried before it is returned.
 */
export function pullValues(
  { snapshot, version }: { readonly snapshot: Snapshot; readonly version: number },
  position: Position,
  live: LiveAnswers,
): PullValuesResult {
  const document = documentAtLine(snapshot, position.line);
  const { analysis } = document;
  const { root } = analysis;
  if (root === undefined || !analysis.isReadable) return unreadable();
  const fields = [...fieldsOf(root)].flatMap((field) => differing(field, live));
  const edits: Edit[] = [];
  const changed: string[] = [];
  const kept: { label: string; reason: string }[] = [];
  for (const field of fields) {
    const own = field.node.borrowed ? [] : editValue(analysis, field);
    const obstacle = field.node.borrowed ? shared : obstacleTo(analysis, own, field);
    if (obstacle === undefined) {
      edits.push(...own);
      changed.push(field.label);
    } else {
      kept.push({ label: field.label, reason: obstacle });
    }
  }
  const pulled: PulledValues = {
    version,
    edits: edits.map(({ span, text }) => ({ range: rangeInFile(document, span), newText: text })),
    changed,
    kept,
  };
  return { kind: 'ready', pulled };
}

const shared = 'It comes from an anchor that other places share.';
const unsendable = 'The connection holds a value that no update can send.';
const unusual = 'It is written in a way that cannot be changed without losing something.';

function differing(
  { node, facts }: { readonly node: DataNode; readonly facts: FieldFacts },
  answers: LiveAnswers,
): readonly PulledField[] {
  const live = valueAt(answers, facts.live ?? node.pointer);
  if (live === undefined || live === null || facts.sensitive || node.tag !== undefined) return [];
  if (sameValue(node.pointer, plainJson(node), live)) return [];
  const label = pointerSegments(node.pointer).slice(1).join('.');
  const isContext = facts.live !== undefined;
  const sendable = joinItems(node.pointer, live);
  return [{ node, facts, label: isContext ? `context.${label}` : label, live: sendable }];
}

/** Values of the body and of `context`; a list is one value. */
function* fieldsOf(
  root: DataNode,
): Generator<{ readonly node: DataNode; readonly facts: FieldFacts }> {
  const homes = [table.fieldWithRole('body').path, table.fieldWithRole('context').path];
  const lists: string[] = [];
  for (const node of walk(root)) {
    const isHome = homes.some((home) => isWithin(node.pointer, home));
    const isInList = lists.some((list) => isWithin(node.pointer, list));
    if (!isHome || isInList || node.kind === 'map') continue;
    if (node.kind === 'sequence') lists.push(node.pointer);
    const facts = table.factsAt(node.pointer);
    if (facts !== undefined && facts.type !== 'object') yield { node, facts };
  }
}

/** Why the document would not hold that value at that place and otherwise be as it was. */
function obstacleTo(
  analysis: Analysis,
  edits: readonly Edit[],
  field: PulledField,
): string | undefined {
  const after = reanalyze(analysis, applyEdits(analysis.text, edits));
  if (edits.length === 0 || after.root === undefined || analysis.root === undefined) return unusual;
  if (!after.isReadable) return unusual;
  const { pointer } = field.node;
  const isUnsendable = after.problems.some(
    (each) =>
      isWithin(each.pointer, pointer) &&
      [each, ...(each.speaksFor ?? [])].some(({ code }) => code.startsWith('schema/')),
  );
  const rest = (root: DataNode): string =>
    JSON.stringify(
      [...walk(root)].flatMap((node) =>
        node.kind === 'scalar' && !isWithin(node.pointer, pointer)
          ? [[node.pointer, node.tag, String(node.value)]]
          : [],
      ),
    );
  const now = [...walk(after.root)].find((node) => node.pointer === pointer);
  const holds =
    now !== undefined &&
    sameValue(pointer, plainJson(now), field.live) &&
    rest(after.root) === rest(analysis.root);
  if (!holds) return unusual;
  return isUnsendable ? unsendable : undefined;
}

function unreadable(): PullValuesResult {
  return {
    kind: 'refused',
    reason: 'errors',
    message:
      'The document is empty or no valid YAML, so values cannot be put into it. Mend it first.',
    errorCount: 1,
  };
}
