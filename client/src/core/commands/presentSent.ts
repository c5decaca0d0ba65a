// Shows how an update ended: the response as a document whatever its status, and one message.
import { answerText, explanationOf } from '../apply/answer';
import type { Exchanged } from '../apply/exchange';
import type { SendUpdateOutcome, UpdateAnswered, UpdateUnanswered } from '../apply/outcome';
import { notSent, type CloudState } from '../apply/cloudState';
import { requestIdOf } from '../cloud/errors/apiError';
import { explainFailure } from '../cloud/errors/explainFailure';
import type { Explanation } from '../cloud/errors/explainResponse';
import { requestTimeoutMs } from '../cloud/limits';
import type { HttpFailure, HttpRequest, HttpResponse } from '../model/httpExchange';
import type { Action } from '../model/problem';
import { shortText } from '../model/visibleText';
import { documentStamp } from '../ports/documentStamp';
import { reportDone } from '../ports/report';
import type { Context } from '../redaction/context';

/** The gateway repeats whole requests in its messages; the document shows them in full. */
const longestMessage = 300;

/** Shows the response and what it means; returns both for whoever ran the command. */
export async function presentSent(
  context: Context,
  request: HttpRequest,
  { answer, cloud, effect }: Exchanged,
  again: readonly Action[] = [],
): Promise<SendUpdateOutcome> {
  return answer.kind === 'failure'
    ? presentFailure(context, request, answer, cloud ?? notSent())
    : presentAnswer(context, request, answer, cloud, effect === 'applied' ? [] : again);
}

async function presentAnswer(
  context: Context,
  request: HttpRequest,
  response: HttpResponse,
  cloud: CloudState | undefined,
  again: readonly Action[],
): Promise<UpdateAnswered> {
  const explanation = explanationOf(response, request);
  say(context, response, explanation, cloud, again);
  await context.presenter
    .showDocument({
      kind: 'response',
      name: `response ${documentStamp(context)}.json`,
      language: 'json',
      text: answerText(context, request, response, cloud),
    })
    // Everything is recorded by now: a document that doesn't open changes nothing.
    .catch(() => context.log.warn("The response document couldn't be opened."));
  const requestId = requestIdOf(response);
  return {
    kind: 'answered',
    status: response.status,
    verdict: verdict(cloud, explanation),
    ...(requestId !== undefined && { requestId: context.redactor.redactData(requestId) }),
    ...(cloud !== undefined && { cloud }),
    ...(explanation !== undefined && { explanation: redacted(context, explanation) }),
  };
}

/** The cloud was read only after an answer that left the matter open. */
function verdict(
  cloud: CloudState | undefined,
  explanation: Explanation | undefined,
): UpdateAnswered['verdict'] {
  if (cloud !== undefined) {
    return 'unclear';
  }
  return explanation === undefined ? 'accepted' : 'rejected';
}

/** What happened goes to whoever ran the command, also to other extensions. */
function redacted({ redactor }: Context, { message, ...rest }: Explanation): Explanation {
  return message === undefined ? rest : { ...rest, message: redactor.redactData(message) };
}

/** Says why there is no answer, and what the connection is now. */
function presentFailure(
  { presenter, settings }: Context,
  request: HttpRequest,
  failure: HttpFailure,
  cloud: CloudState,
): UpdateUnanswered {
  const host = new URL(request.url).host;
  const explained = explainFailure(failure, host, requestTimeoutMs(settings.read()));
  const severity = failure.code === 'cancelled' ? 'warning' : 'error';
  presenter.showMessage({
    severity,
    text: `${explained.message} ${cloud.sentence} ${explained.remedy}`,
    actions: explained.actions,
  });
  return { kind: 'unanswered', failure, cloud };
}

function say(
  { presenter }: Context,
  response: HttpResponse,
  explanation: Explanation | undefined,
  cloud: CloudState | undefined,
  again: readonly Action[],
): void {
  const status = `${response.status} ${response.statusText}`.trim();
  const state = cloud === undefined ? '' : ` ${cloud.sentence}`;
  if (explanation === undefined && cloud === undefined) {
    const elapsed = `${Math.round(response.elapsedMs)} ms`;
    const text = `The update was accepted (${status}, ${elapsed}). The cloud applies it in the background.`;
    reportDone(presenter, text);
    return;
  }
  if (explanation === undefined) {
    const text = `The answer (${status}) is not one of the API.${state}`;
    presenter.showMessage({ severity: 'warning', text, actions: [] });
    return;
  }
  const { code, message, advice } = explanation;
  // A page often has its status for a title, and sentences may come with their full stop.
  const said = [code, message === status ? undefined : message]
    .filter((part) => part !== undefined)
    .map((part) => shortText(part, longestMessage).replace(/\.$/, ''))
    .join(': ');
  presenter.showMessage({
    severity: 'error',
    text: `${status}${said === '' ? '' : ` – ${said}`}. ${advice.meaning}${state} ${advice.remedy}`,
    actions: [...(advice.actions ?? []), ...again],
  });
}
