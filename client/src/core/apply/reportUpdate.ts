// Shows how an update ended: the response as a document whatever its status, and one message.
import type { Context } from '../redaction/context';
import type { HttpFailure, HttpRequest, HttpResponse } from '../model/httpExchange';
import { documentStamp } from '../ports/documentStamp';
import { requestTimeoutMs } from '../cloud/limits';
import type { Action } from '../model/problem';
import { reportDone } from '../ports/report';
import { isJsonObjectText, requestIdOf } from '../cloud/errors/apiError';
import { explainFailure } from '../cloud/errors/explainFailure';
import { explainResponse, type Explanation } from '../cloud/errors/explainResponse';
import { responseView } from '../cloud/responseView';
import { shortText } from '../model/visibleText';
import type { UpdateAnswered, UpdateUnanswered } from './outcome';
import type { CloudState } from './reconcile';

/** The gateway repeats whole requests in its messages; the document shows them in full. */
const longestMessage = 300;

/**
 * Whether an answer settles the matter. `unclear`: server errors and time-outs leave open whether
 * the update took, and so does a success that did not come from the API.
 */
export function verdictOf(response: HttpResponse): UpdateAnswered['verdict'] {
  const { status, body } = response;
  if (status >= 200 && status < 300) {
    return body.trim() === '' || isJsonObjectText(body) ? 'accepted' : 'unclear';
  }
  return status === 408 || status >= 500 ? 'unclear' : 'rejected';
}

/** Shows the response and says what it means. `cloud` is present when the cloud was asked. */
export async function reportAnswer(
  context: Context,
  request: HttpRequest,
  response: HttpResponse,
  cloud: CloudState | undefined,
  again: readonly Action[] = [],
): Promise<UpdateAnswered> {
  const verdict = verdictOf(response);
  const explanation = explanationOf(response, request);
  const text = answerText(context, request, response, cloud);
  await context.presenter.showDocument({
    kind: 'response',
    name: `response ${documentStamp(context)}.json`,
    language: 'json',
    text,
  });
  say(context, response, explanation, cloud, again);
  const requestId = requestIdOf(response);
  return {
    kind: 'answered',
    status: response.status,
    verdict,
    ...(requestId !== undefined && { requestId: context.redactor.redactData(requestId) }),
    ...(cloud !== undefined && { cloud }),
    ...(explanation !== undefined && { explanation: redacted(context, explanation) }),
  };
}

/** What happened goes to whoever ran the command, also to other extensions. */
function redacted({ redactor }: Context, { message, ...rest }: Explanation): Explanation {
  return message === undefined ? rest : { ...rest, message: redactor.redactData(message) };
}

/** The answer as a document. */
export function answerText(
  { redactor }: Context,
  request: HttpRequest,
  response: HttpResponse,
  cloud: CloudState | undefined,
): string {
  const explanation = explanationOf(response, request);
  return responseView(
    response,
    {
      request,
      ...(explanation !== undefined && { explanation }),
      ...(cloud !== undefined && { cloud: cloud.sentence }),
    },
    redactor,
  );
}

/** What an answer that is no success means. */
export function explanationOf(
  response: HttpResponse,
  request: HttpRequest,
): Explanation | undefined {
  return response.status < 300 ? undefined : explainResponse(response, request);
}

/** Says why there is no answer and what the cloud holds. */
export function reportSilence(
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
