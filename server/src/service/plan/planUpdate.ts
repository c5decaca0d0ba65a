// *Preview Changes*: what the update of a document does to the live connection.
import type { Position } from 'vscode-languageserver-types';
import type { JsonObject, PreparedUpdate } from '../../protocol/messages';
import type {
  PlannedField,
  PlanUpdateParams,
  PlanUpdateResult,
  UpdatePlan,
} from '../../protocol/plan';
import { analyze } from '../analysis';
import { plainMessage } from '../features/plainText';
import { problemsOf, type Policy, type ProblemsElsewhere } from '../features/policy';
import type { Problem } from '../problem';
import { prepareUpdate } from '../request/build';
import { readLiveFacts, type LiveFacts } from '../rules/connectionFacts';
import { isJsonObject, valueAt } from '../../protocol/json';
import { table } from '../schema/table';
import { createSnapshot, documentIndexAtLine, SnapshotDocument, type Snapshot } from '../snapshot';
import { changedBody, fileOf } from './changedBody';
import { connectionTexts } from './connectionText';
import { movedFields } from './movedFields';
import { compareFields } from './plannedFields';
import { planMarkdown } from './planMarkdown';
import { groupEffects, stampOf, type Present } from './takesEffect';

/** An open file. */
export interface PlannedFile {
  readonly snapshot: Snapshot;
  readonly version: number;
  readonly policy: Policy;
  /** Problems that only the workspace knows. */
  readonly elsewhere?: ProblemsElsewhere;
}

/** What the plan is made from, beside the file. */
export type PlanInput = Pick<PlanUpdateParams, 'live' | 'earlier' | 'time'>;

/**
 * Compares the document at `position` with its connection. A document that is wrong in the light of the
 * live facts is refused like any other wrong one.
 */
export function planUpdate(
  { snapshot, version, policy, elsewhere }: PlannedFile,
  position: Position,
  input: PlanInput,
): PlanUpdateResult {
  const facts = readLiveFacts(input.live);
  const sharpened = withFacts(snapshot, position, facts);
  const prepared = prepareUpdate(sharpened, position, version, { policy, elsewhere });
  if (prepared.kind === 'refused') return prepared;
  return { kind: 'ready', plan: buildPlan(prepared.update, facts, policy, input) };
}

function buildPlan(
  update: PreparedUpdate,
  facts: LiveFacts,
  policy: Policy,
  { live, earlier, time }: PlanInput,
): UpdatePlan {
  const present: Present = {
    time,
    ikeVersion: facts.ikeVersion?.toLowerCase(),
    lifetime: (pointer) => {
      const value = valueAt(live, pointer);
      // An object of an answer may have a member `toString`, and then can't be converted.
      const seconds = typeof value === 'object' ? NaN : Number(value);
      return Number.isSafeInteger(seconds) && seconds > 0 ? seconds : undefined;
    },
  };
  const compared = compareFields(update, live, present);
  const fields = compared.map(({ planned }) => planned);
  const effects = groupEffects(
    compared.map(({ planned: { label }, effects: own }) => ({ label, effects: own })),
    present,
  );
  const reduced = reduce(update, fields, facts, policy);
  const body = valueAt(live, table.fieldWithRole('body').path);
  const warnings = [...new Set([...update.warnings, ...reduced.warnings])];
  const plan = {
    version: update.version,
    comparedAt: stampOf({ ...time, now: time.readAt ?? time.now }),
    ...textMembers(isJsonObject(body) ? body : {}),
    fields,
    effects,
    warnings,
    moved: earlier === undefined ? [] : movedFields(earlier, live, fields),
    ...connectionTexts(update, fields, live),
    ...(reduced.body !== undefined && { changedBody: reduced.body }),
  };
  return { ...plan, markdown: planMarkdown(plan, update) };
}

/** The snapshot with one document seen in the light of what its connection says. */
function withFacts(snapshot: Snapshot, { line }: Position, facts: LiveFacts): Snapshot {
  const at = documentIndexAtLine(snapshot, line);
  const live = () => facts;
  const documents = snapshot.documents.map((document, index) => {
    // Without data, what the connection says makes no difference.
    if (index !== at || document.analysis.root === undefined) return document;
    const { segment } = document;
    const analysis = analyze(segment.text, segment.lines, live);
    return new SnapshotDocument(segment, document.line, { analysis });
  });
  return { documents, live };
}

interface Reduced {
  /** Nothing when nothing changes, or when the fields that change would be refused without the others. */
  readonly body?: JsonObject;
  /** What is true of the change although it is not of the file: some fields of it change nothing. */
  readonly warnings: readonly string[];
}

/** Checks the update as if only those fields were sent that change something. */
function reduce(
  update: PreparedUpdate,
  fields: readonly PlannedField[],
  facts: LiveFacts,
  policy: Policy,
): Reduced {
  const body = changedBody(update, fields);
  if (Object.keys(body).length === 0) return { warnings: [] };
  const problems = problemsOf(
    createSnapshot(fileOf(update, body), () => facts),
    policy,
  ).flat();
  if (problems.some(isError)) return { warnings: [] };
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return { body, warnings: warnings.map(({ message }) => plainMessage(message)) };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** What people look for first. Source: VPN API reference, "Querying a VPN connection". */
function textMembers(body: JsonObject): Pick<UpdatePlan, 'name' | 'status'> {
  const label = table.fieldWithRole('label').key;
  const { [label]: name, status } = body;
  return {
    ...(typeof name === 'string' && name !== '' && { name }),
    ...(typeof status === 'string' && status !== '' && { status }),
  };
}
