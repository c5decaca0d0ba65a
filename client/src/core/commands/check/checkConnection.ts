// *Test Cloud Connection*: what a request needs, check by check, each with a resolution.
import { describeLogin, type FoundCredentials } from '../../model/credentials';
import { obtainCredentials } from '../../credentials/obtainCredentials';
import { clockSkew } from '../../cloud/clockSkew';
import type { Context } from '../../redaction/context';
import type { DocumentPlace } from '../../model/documentPlace';
import { requestTimeoutMs } from '../../cloud/limits';
import type { CheckConnectionOutcome } from './checkStep';
import type { Problem } from '../../model/problem';
import { present, presentProblem } from '../../ports/result';
import { refused, type Refused } from '../../model/refused';
import { findDestination, type Destination } from '../../targets/findDestination';
import { untrusted } from '../../model/untrusted';
import { documentStamp } from '../../ports/documentStamp';
import { checkAccess } from './checkAccess';
import { checkReport, summaryOf } from './checkReport';
import {
  askHost,
  checkCertificate,
  checkClock,
  checkProxy,
  checkReach,
  isTooFar,
  type CheckLimits,
} from './checkRoute';
import { failed, passed, skipped, type CheckId, type CheckStep } from './checkStep';
import { checkRegion, checkTarget } from './checkTarget';
import { askProject, projectToCheck } from './projectToCheck';

/** Credentials and project, or why there are none. */
interface Access {
  readonly credentials: FoundCredentials | Problem;
  readonly projectId: string;
}

/** What the checks found; `label` is the target. */
export type Checked =
  | { readonly kind: 'checked'; readonly label: string; readonly steps: readonly CheckStep[] }
  | { readonly kind: 'left' }
  | Refused;

/**
 * Checks the selected target. Everything is only read. Credentials
 * are sent last, once, and not at all when they would be rejected because of the clock.
 *
 * @param place the document whose project and region are meant, if one is open
 */
export async function checkConnection(
  context: Context,
  place: DocumentPlace | undefined,
): Promise<Checked> {
  if (!context.trust.isTrusted()) {
    return refused(untrusted());
  }
  const { projectId, region } = await projectToCheck(context, place);
  const found = findDestination(region, context);
  if (found.kind === 'refused') {
    return found;
  }
  const { destination } = found;
  const obtained = await obtainCredentials(context, destination.target);
  if (obtained.kind === 'left') {
    return { kind: 'left' };
  }
  const credentials = obtained.kind === 'found' ? obtained.found : obtained.problem;
  const needsProject = obtained.kind === 'found' && projectId === undefined;
  const project = needsProject ? await askProject(context, destination.label) : projectId;
  if (needsProject && project === undefined) {
    return { kind: 'left' };
  }
  const access = { credentials, projectId: project ?? '' };
  const steps = await context.progress.run(
    `Testing the connection to ${destination.host}`,
    (cancel) => {
      const timeoutMs = requestTimeoutMs(context.settings.read());
      return takeSteps(context, destination, access, { timeoutMs, cancel });
    },
  );
  return { kind: 'checked', label: destination.label, steps };
}

async function takeSteps(
  context: Context,
  destination: Destination,
  access: Access,
  limits: CheckLimits,
): Promise<readonly CheckStep[]> {
  const known = [
    checkTarget(destination, context.settings.read()),
    checkRegion(destination),
    checkProxy(context, destination),
  ];
  const answer = await askHost(context, destination, limits);
  const reach = checkReach(answer, destination, limits);
  const certificate = await checkCertificate(context, destination, answer, limits);
  const skew = clockSkew(answer, context.clock.now());
  const route = [...known, reach, certificate, checkClock(skew)];
  const { credentials } = access;
  if (!('credentials' in credentials)) {
    return [...route, failed('credentials', credentials), ...without('No credentials.')];
  }
  const { credentials: login, origin } = credentials;
  const found = passed('credentials', `Using ${describeLogin(login)} from ${origin}.`);
  const why = whyNotAsked(reach, isTooFar(skew) && isSigned(login.kind), limits);
  if (why !== undefined) {
    return [...route, found, ...without(why)];
  }
  const question = { destination, login, projectId: access.projectId };
  return [...route, found, ...(await checkAccess(context, question, limits))];
}

/** Rejected signatures are counted, and a key is locked after five of them. */
function whyNotAsked(
  reach: CheckStep,
  isExpired: boolean,
  { cancel }: CheckLimits,
): string | undefined {
  if (cancel.isCancelled()) {
    return 'Canceled.';
  }
  if (reach.state === 'failed') {
    return "The host couldn't be reached.";
  }
  return isExpired
    ? 'Skipped because the system clock is wrong: rejected signatures are counted.'
    : undefined;
}

function isSigned(kind: string): boolean {
  return kind === 'access-key' || kind === 'temporary-access-key';
}

function without(why: string): readonly CheckStep[] {
  const ids: readonly CheckId[] = ['accepted', 'project', 'permission'];
  return ids.map((id) => skipped(id, why));
}

/** Shows the report, and the first check that failed with its resolution. */
export async function presentCheck(
  context: Context,
  checked: Checked,
): Promise<CheckConnectionOutcome> {
  if (checked.kind === 'refused') {
    await presentProblem(context, checked.problem);
  }
  if (checked.kind !== 'checked') {
    return checked;
  }
  const { label, steps } = checked;
  const first = steps.find(({ state }) => state === 'failed');
  await present(context, {
    kind: 'done',
    document: {
      kind: 'report',
      name: `connection check ${documentStamp(context)}.md`,
      language: 'markdown',
      text: checkReport(label, steps),
    },
    message: {
      severity: first === undefined ? 'information' : 'error',
      text: [summaryOf(steps), ...(first?.remedy === undefined ? [] : [first.remedy])].join(' '),
      actions: first?.actions ?? [],
    },
  });
  return { kind: 'checked', steps };
}
