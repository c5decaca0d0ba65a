// What an answer to an update means, and the answer as a document.
import { explainResponse, type Explanation } from '../cloud/errors/explainResponse';
import { responseView } from '../cloud/responseView';
import type { HttpRequest, HttpResponse } from '../model/httpExchange';
import type { Context } from '../redaction/context';
import type { CloudState } from './cloudState';

/** The answer as JSON to read, with secrets masked. */
export function answerText(
  { redactor }: Pick<Context, 'redactor'>,
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

/** What an answer that isn't a success means. */
export function explanationOf(
  response: HttpResponse,
  request: HttpRequest,
): Explanation | undefined {
  return response.status < 300 ? undefined : explainResponse(response, request);
}
