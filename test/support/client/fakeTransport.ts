// A transport that answers from a script and records what it was asked.
import type {
  HttpRequest,
  HttpResponse,
  HttpResult,
} from '../../../client/src/core/model/httpExchange';
import type { SendLimits, Transport } from '../../../client/src/core/ports/ports';
import { connectionId } from './exampleUpdate';

/** One step of the script: an answer, or how to make one from request and limits. */
export type Step = HttpResult | ((request: HttpRequest, limits: SendLimits) => Promise<HttpResult>);

export interface FakeTransport extends Transport {
  readonly sent: readonly { readonly request: HttpRequest; readonly limits: SendLimits }[];
}

/** Answers the n-th request with the n-th step; one request too many fails the test. */
export function fakeTransport(...script: readonly Step[]): FakeTransport {
  const sent: { request: HttpRequest; limits: SendLimits }[] = [];
  return {
    sent,
    send: async (request, limits) => {
      const step = script[sent.length];
      sent.push({ request, limits });
      if (step === undefined) {
        throw new Error(`unexpected request ${sent.length}: ${request.method} ${request.url}`);
      }
      return typeof step === 'function' ? step(request, limits) : step;
    },
  };
}

/** An answer with a body of any kind; objects become JSON. */
export function answer(
  status: number,
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    kind: 'response',
    status,
    statusText: statusTexts[status] ?? '',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    truncated: false,
    notUtf8: false,
    elapsedMs: 132.4,
  };
}

/** A success of the service: the connection of the example, with these values. */
export function connectionAnswer(
  values: Readonly<Record<string, unknown>> = {},
  id: string = connectionId,
): HttpResponse {
  return answer(200, { vpn_connection: { id, ...values } });
}

/** A failure that leaves open whether the request arrived. */
export function failure(
  code: Extract<HttpResult, { kind: 'failure' }>['code'],
  delivered: 'no' | 'perhaps' = 'perhaps',
): HttpResult {
  return { kind: 'failure', code, delivered, detail: `detail of ${code}`, elapsedMs: 30_000 };
}

const statusTexts: Readonly<Record<number, string>> = {
  200: 'OK',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  504: 'Gateway Timeout',
};
