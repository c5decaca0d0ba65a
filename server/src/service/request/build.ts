// From a checked document to the API request: exactly the keys of the file, nothing added, nothing
// filled in. The extension host sends it; secrets are not in it.
import type { Position } from 'vscode-languageserver-types';
import type {
  Json,
  PrepareUpdateResult,
  PreparedUpdate,
  SecretReference,
  SentField,
  UpdateRefused,
} from '../../protocol/messages';
import type { ConnectionOfResult } from '../../protocol/pull';
import { childOf, walk, type DataNode } from '../document/node';
import { pointerSegments } from '../document/pointer';
import { rangeInFile } from '../features/diagnostics';
import { plainMessage } from '../features/plainText';
import {
  defaultPolicy,
  problemsOf,
  type Policy,
  type PolicyMemo,
  type ProblemsElsewhere,
} from '../features/policy';
import type { Problem } from '../problem';
import { asSecretReference } from '../schema/checkTags';
import type { FieldFacts, FieldRole } from '../schema/facts';
import { table } from '../schema/table';
import { fieldPlaces } from './fieldPlaces';
import { secretChecks } from './secretChecks';
import {
  documentAtLine,
  documentIndexAtLine,
  type Snapshot,
  type SnapshotDocument,
} from '../snapshot';

/** Which problems the file is shown with. */
export interface Shown {
  readonly policy?: Policy;
  /** Those that only the workspace knows. */
  readonly elsewhere?: ProblemsElsewhere | undefined;
  /** What was made of the problems of earlier versions. */
  readonly memo?: PolicyMemo;
}

/** The request of the document at `position`, or the reason why there is none. */
export function prepareUpdate(
  snapshot: Snapshot,
  position: Position,
  version: number,
  { policy = defaultPolicy, elsewhere, memo }: Shown = {},
): PrepareUpdateResult {
  const document = documentAtLine(snapshot, position.line);
  const { root } = document.analysis;
  const index = documentIndexAtLine(snapshot, position.line);
  const problems = problemsOf(snapshot, policy, elsewhere, memo)[index] ?? [];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [firstError] = errors;
  if (firstError !== undefined) return refusedForErrors(document, firstError, errors.length);
  // A body that is no block of keys is an error already; whatever became of it, it is never sent.
  if (root === undefined || bodyOf(root)?.kind !== 'map') return nothing();
  return { kind: 'ready', update: buildUpdate(document, root, version, problems) };
}

/** The connection that the document at `position` names, whatever else is wrong with it. */
export function connectionOf(
  snapshot: Snapshot,
  position: Position,
  version: number,
): ConnectionOfResult {
  const document = documentAtLine(snapshot, position.line);
  const { root, problems } = document.analysis;
  const ids = [table.fieldWithRole('project').key, table.fieldWithRole('connection').key];
  const error = problems.find(
    ({ severity, pointer, data }) =>
      severity === 'error' &&
      (ids.some((key) => pointer === `/${key}`) ||
        (data?.kind === 'missing-keys' && data.keys.some((key) => ids.includes(key)))),
  );
  if (error !== undefined) return refusedForErrors(document, error, 1);
  if (root === undefined || ids.some((key) => childOf(root, key) === undefined)) return nothing();
  const { region, projectId, connectionId, method, path, sensitiveKeys } = buildUpdate(
    document,
    root,
    version,
    [],
  );
  const named = { version, projectId, connectionId, method, path, sensitiveKeys };
  return { kind: 'named', connection: region === undefined ? named : { ...named, region } };
}

function nothing(): UpdateRefused {
  return {
    kind: 'refused',
    reason: 'nothing',
    message: 'This document is empty. Place the cursor in a document that describes an update.',
    errorCount: 0,
  };
}

function refusedForErrors(
  document: SnapshotDocument,
  error: Problem,
  errorCount: number,
): UpdateRefused {
  const message =
    errorCount === 1
      ? 'The document has an error. Mend it first.'
      : `The document has ${errorCount} errors. Mend them first.`;
  return {
    kind: 'refused',
    reason: 'errors',
    message,
    errorCount,
    firstError: {
      range: rangeInFile(document, error.span),
      message: plainMessage(error.message),
      code: error.code,
    },
  };
}

function buildUpdate(
  document: SnapshotDocument,
  root: DataNode,
  version: number,
  problems: readonly Problem[],
): PreparedUpdate {
  const region = textOf(root, 'region');
  const bodyField = table.fieldWithRole('body');
  const bodyNode = bodyOf(root);
  return {
    version,
    range: rangeInFile(document, { start: 0, end: document.segment.text.length }),
    ...(region !== undefined && { region }),
    projectId: textOf(root, 'project') ?? '',
    connectionId: textOf(root, 'connection') ?? '',
    method: table.request.method,
    path: requestPath(root),
    body: bodyNode === undefined ? {} : { [bodyField.key]: plainJson(bodyNode) },
    fields: bodyNode === undefined ? [] : sentFields(bodyNode, bodyField),
    places: fieldPlaces(document, root),
    secrets: bodyNode === undefined ? [] : secretReferences(bodyNode),
    sensitiveKeys: table
      .allFields()
      .filter(({ sensitive }) => sensitive)
      .map(({ key }) => key),
    warnings: warningsOf(problems),
  };
}

function bodyOf(root: DataNode): DataNode | undefined {
  return childOf(root, table.fieldWithRole('body').key);
}

function textOf(root: DataNode, role: FieldRole): string | undefined {
  const node = childOf(root, table.fieldWithRole(role).key);
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** The path template of the table with its names replaced by the values of the document. */
function requestPath(root: DataNode): string {
  return table.request.path.replace(/\{(\w+)\}/g, (_whole, key: string) => {
    const node = childOf(root, key);
    return encodeURIComponent(node?.kind === 'scalar' ? String(node.value) : '');
  });
}

/** References to secrets become `null` here and are filled in at the moment of sending. */
export function plainJson(node: DataNode): Json {
  switch (node.kind) {
    case 'scalar':
      if (asSecretReference(node, table.factsAt(node.pointer)) !== undefined) return null;
      return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    case 'sequence':
      return node.items.map(plainJson);
    case 'map':
      return Object.fromEntries<Json>(
        node.entries.map(({ key, value }) => [key, plainJson(value)]),
      );
  }
}

/** The leaves of the body: scalars and lists, each one line of a confirmation. */
function sentFields(bodyNode: DataNode, body: FieldFacts): readonly SentField[] {
  const secrets = new Set(
    [...walk(bodyNode)].flatMap((node) =>
      isSensitive(node) && node.kind === 'scalar' ? [node.value] : [],
    ),
  );
  return leavesOf(bodyNode).map((leaf) => {
    // An anchor can bring the text of a secret to another field, too.
    const isSecret = isSensitive(leaf) || (leaf.kind === 'scalar' && secrets.has(leaf.value));
    return isSecret
      ? { ...sentField(leaf, body, mask), sensitive: true }
      : sentField(leaf, body, display(leaf));
  });
}

function leavesOf(node: DataNode): readonly DataNode[] {
  return node.kind === 'map' ? node.entries.flatMap(({ value }) => leavesOf(value)) : [node];
}

function isSensitive(node: DataNode): boolean {
  return table.factsAt(node.pointer)?.sensitive === true && node.tag === undefined;
}

function sentField(node: DataNode, body: FieldFacts, shown: string): SentField {
  const sensitive = table.factsAt(node.pointer)?.sensitive === true;
  const label = pointerSegments(node.pointer).slice(pointerSegments(body.path).length).join('.');
  return { pointer: node.pointer, label, display: shown, sensitive };
}

const mask = '••••••••';

function display(node: DataNode): string {
  if (node.kind === 'scalar') {
    if (node.tag !== undefined) return `${node.tag} ${String(node.value)}`;
    return String(node.value);
  }
  return JSON.stringify(plainJson(node));
}

function secretReferences(body: DataNode): readonly SecretReference[] {
  return [...walk(body)].flatMap((node) => {
    const facts = table.factsAt(node.pointer);
    const reference = asSecretReference(node, facts);
    if (facts === undefined || reference === undefined) return [];
    const { pointer, tag, value } = reference;
    const source = tag === '!env' ? 'env' : 'secret';
    return [{ pointer, source, name: String(value), checks: secretChecks(facts) }];
  });
}

function warningsOf(problems: readonly Problem[]): readonly string[] {
  return problems
    .filter(({ severity }) => severity === 'warning')
    .map(({ message }) => plainMessage(message));
}
