// The response as a JSON document to read: what came back, how long it took, and what it means.
import type { HttpRequest, HttpResponse } from '../model/httpExchange';
import { formatJson } from '../redaction/formatJson';
import { mask, type Redactor } from '../redaction/redactor';
import { requestIdOf } from './errors/apiError';
import type { Explanation } from './errors/explainResponse';

/** What stands in the document besides the response itself. */
export interface ResponseContext {
  readonly request: HttpRequest;
  /** Present when the response is not a success. */
  readonly explanation?: Explanation;
  /** One sentence on what the cloud holds, when it was asked. */
  readonly cloud?: string;
}

/**
 * Prints the response. A JSON body is indented and otherwise as received; any other body is text,
 * one array item per line. Secrets are masked throughout.
 */
export function responseView(
  response: HttpResponse,
  context: ResponseContext,
  redactor: Redactor,
): string {
  const head = {
    status: `${response.status} ${response.statusText}`.trim(),
    timeMs: Math.round(response.elapsedMs),
    requestId: requestIdOf(response),
    request: `${context.request.method} ${context.request.url}`,
    ...explanationPart(context.explanation),
    cloud: context.cloud,
    location:
      response.status >= 300 && response.status < 400 ? response.headers['location'] : undefined,
    note: note(response),
  };
  const members = Object.entries(head)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
  const document = `{${[...members, `"body":${bodyJson(response.body, redactor)}`].join(',')}}`;
  return formatJson(document, { ...redactor, mask }) ?? document;
}

function explanationPart(explanation: Explanation | undefined): Record<string, unknown> {
  if (explanation === undefined) {
    return {};
  }
  const { code, message, advice } = explanation;
  return { error: { code, message, meaning: advice.meaning, whatToDo: advice.remedy } };
}

function note(response: HttpResponse): string | undefined {
  const notes = [
    ...(response.truncated ? ['The body is longer than the limit and is cut here.'] : []),
    ...(response.notUtf8 ? ['The body is not valid UTF-8; bad bytes are shown as \uFFFD.'] : []),
  ];
  return notes.length === 0 ? undefined : notes.join(' ');
}

/** The body as a JSON value, redacted as data when it is text. */
function bodyJson(body: string, redactor: Redactor): string {
  if (body.trim() === '') {
    return 'null';
  }
  const formatted = formatJson(body, { ...redactor, mask });
  if (formatted !== undefined) {
    return formatted;
  }
  const lines = redactor.redactData(body).split('\n');
  return JSON.stringify(lines.length === 1 ? lines[0] : lines);
}
