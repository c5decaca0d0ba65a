// Shows how an update ended: the response as a document whatever its status, and one message.
import { answerText, explanationOf } from '../apply/answer';
import type { SentUpdate } from '../apply/apply';
import type { SendUpdateOutcome, UpdateAnswered, UpdateUnanswered } from '../apply/outcome';
import { notSent, type CloudState } from '../apply/cloudState';
import { requestIdOf } from '../cloud/errors/apiError';
import { explainFailure } from '../cloud/errors/explainFailure';
import type { Explanation } from '../cloud/errors/explainResponse';
import { requestTimeoutMs } from '../cloud/limits';
import { titleOf } from '../journal/journalEntry';
import type { HttpFailure, HttpRequest, HttpResponse } from '../model/httpExchange';
import type { Action } from '../model/problem';
import { shortText } from '../model/visibleText';
import { documentStamp } from '../ports/documentStamp';
import { openDocument, reportDone } from '../ports/report';
import type { Context } from '../redaction/context';

/** The gateway repeats whole requests in its messages; the document shows them in full. */
const longestMessage = 300;

/** Shows the response and what it means; returns both for the caller of the command. */
export function presentSent(
  context: Context,
  request: HttpRequest,
  sent: SentUpdate,
  again: readonly Action[] = [],
): SendUpdateOutcome {
  const { answer, cloud, effect, entry } = sent;
  if (answer.kind === 'failure') {
    return presentFailure(context, request, answer, cloud ?? notSent());
  }
  const title = shortText(titleOf(entry), 80);
  const actions = effect === 'applied' ? [] : again;
  return presentAnswer(context, request, { response: answer, cloud, title, actions });
}

/** A response and what is known in addition. */
interface Answer {
  readonly response: HttpResponse;
  readonly cloud: CloudState | undefined;
  /** The connection, for people. */
  readonly title: string;
  readonly actions: readonly Action[];
}

function presentAnswer(context: Context, request: HttpRequest, answer: Answer): UpdateAnswered {
  const { response, cloud } = answer;
  const explanation = explanationOf(response, request);
  showAnswer(context, answer, explanation);
  openDocument(context, {
    kind: 'response',
    name: `response ${documentStamp(context)}.json`,
    language: 'json',
    text: answerText(context, request, response, cloud),
  });
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

/** The outcome goes to the caller of the command, which may be another extension. */
function redacted({ redactor }: Context, { message, ...rest }: Explanation): Explanation {
  return message === undefined ? rest : { ...rest, message: redactor.redactData(message) };
}

/** Shows why there is no response, and what the connection is now. */
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

function showAnswer(
  { presenter }: Context,
  { response, cloud, title, actions }: Answer,
  explanation: Explanation | undefined,
): void {
  const status = `${response.status} ${response.statusText}`.trim();
  const state = cloud === undefined ? '' : ` ${cloud.sentence}`;
  if (explanation === undefined && cloud === undefined) {
    reportDone(presenter, `${title}: update accepted, applying…`);
    return;
  }
  if (explanation === undefined) {
    const text = `The response (${status}) doesn't contain the connection.${state}`;
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
    actions: [...(advice.actions ?? []), ...actions],
  });
}
