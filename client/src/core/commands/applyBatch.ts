// *Apply All in File* and *Apply Files…*: several updates, one plan, one question, one summary.
import type { Context } from '../redaction/context';
import type { DocumentPlace } from '../model/documentPlace';
import { problem, type Problem } from '../model/problem';
import { present, presentProblem, type Result } from '../ports/result';
import { targetStatus } from '../targets/resolveTarget';
import { untrusted } from '../model/untrusted';
import { confirmProductionBatch } from '../apply/confirmProduction';
import { serverSilent } from '../plan/prepareUpdate';
import { documentStamp } from '../ports/documentStamp';
import { shortText } from '../model/visibleText';
import { batchPlan, batchQuestion } from './batchQuestion';
import { prepareBatch, type BatchItem, type BatchStop } from './prepareBatch';
import { sendBatch, type BatchResult } from './sendBatch';

/** How a batch ended. In the first two cases nothing was sent. */
export type BatchOutcome =
  BatchStop | { readonly kind: 'ended'; readonly results: readonly BatchResult[] };

/** Applies every document of the files, in their order. */
export async function applyBatch(context: Context, uris: readonly string[]): Promise<BatchOutcome> {
  if (!context.trust.isTrusted()) {
    return { kind: 'refused', problem: untrusted() };
  }
  const places: DocumentPlace[] = [];
  for (const uri of uris) {
    const found = await context.server.request('vpnconn/documentPlaces', { textDocument: { uri } });
    if ('kind' in found) {
      return { kind: 'refused', problem: serverSilent(context, found) };
    }
    places.push(...found.map((position) => ({ uri, position })));
  }
  const prepared = await prepareBatch(context, places);
  if (prepared.kind !== 'ready') {
    return prepared;
  }
  const { items, unchanged } = prepared;
  return reserved(context, items, async () => {
    if (!(await confirm(context, items, unchanged))) {
      return { kind: 'declined' };
    }
    const title = items.length === 1 ? 'Applying 1 update' : `Applying ${items.length} updates`;
    const results = await context.progress.run(title, (cancel) =>
      sendBatch(context, items, cancel),
    );
    return { kind: 'ended', results };
  });
}

/** No other command of this window changes one of these connections meanwhile. */
async function reserved(
  { inFlight }: Context,
  items: readonly BatchItem[],
  work: () => Promise<BatchOutcome>,
): Promise<BatchOutcome> {
  const releases: (() => void)[] = [];
  try {
    for (const { request, title } of items) {
      const release = inFlight.begin(request.url.toLowerCase());
      if (release === undefined) {
        return { kind: 'refused', problem: underWay(title) };
      }
      releases.push(release);
    }
    return await work();
  } finally {
    releases.forEach((release) => release());
  }
}

async function confirm(
  context: Context,
  items: readonly BatchItem[],
  unchanged: readonly string[],
): Promise<boolean> {
  const answer = await context.confirmation.ask(batchQuestion(items, unchanged));
  if (answer === 'review') {
    const name = `changes ${documentStamp(context)}.md`;
    const text = batchPlan(items);
    await context.presenter.showDocument({ kind: 'report', name, language: 'plaintext', text });
  }
  if (answer !== 'confirmed') {
    return false;
  }
  const settings = context.settings.read();
  const production = new Set(
    items
      .map(({ ready }) => ready.destination)
      .filter(({ target }) => targetStatus(target, settings) === 'production')
      .map(({ label }) => label),
  );
  for (const label of production) {
    if (!(await confirmProductionBatch(context.prompts, label, items.length))) {
      return false;
    }
  }
  return true;
}

const words = { applied: 'applied', failed: 'FAILED', 'not-sent': 'skipped' } as const;

/** Shows the summary of a batch, and how each of its updates ended. */
export async function presentBatch(context: Context, outcome: BatchOutcome): Promise<BatchOutcome> {
  if (outcome.kind === 'refused') {
    await presentProblem(context, outcome.problem);
  }
  if (outcome.kind === 'ended') {
    await present(context, summaryOf(context, outcome.results));
  }
  return outcome;
}

function summaryOf(context: Context, results: readonly BatchResult[]): Result {
  const of = (state: BatchResult['state']): number =>
    results.filter((result) => result.state === state).length;
  const sentence = `${of('applied')} applied, ${of('failed')} failed, ${of('not-sent')} skipped.`;
  const lines = results.map(({ title, connectionId, state, text, requestId }) => {
    const request = requestId === undefined ? '' : ` (request ID ${requestId})`;
    return `${words[state].padEnd(9)} ${shortText(title, 60)} (${connectionId}): ${text}${request}`;
  });
  const isWhole = of('applied') === results.length;
  return {
    kind: 'done',
    document: {
      kind: 'report',
      name: `batch ${documentStamp(context)}.txt`,
      language: 'plaintext',
      text: `${sentence}\n\n${lines.join('\n')}\n\nTo restore previous values, open the change history.\n`,
    },
    message: { severity: isWhole ? 'information' : 'warning', text: sentence, actions: [] },
  };
}

function underWay(title: string): Problem {
  return problem(
    'under-way',
    `An update of ${shortText(title, 80)} is already in progress in this window.`,
    'Wait until it finishes, then apply again.',
  );
}
