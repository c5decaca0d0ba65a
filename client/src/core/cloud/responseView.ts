// The response as a JSON document to read: what came back, how long it took, and what it means.
import type { HttpRequest, HttpResponse } from '../model/httpExchange';
import { parseJson } from '../model/json';
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

/** In characters; more of a body than this is of no use to a reader, nor in a record. */
const maxShown = 200_000;

/**
 * Prints the response. A JSON body is indented and otherwise as received; any other body is text,
 * one array item per line. A body that is too long or too deep is shown in part. Secrets are masked
 * throughout.
 */
export function responseView(
  response: HttpResponse,
  context: ResponseContext,
  redactor: Redactor,
): string {
  const body = bodyOf(response.body, redactor);
  const head = {
    status: `${response.status} ${response.statusText}`.trim(),
    timeMs: Math.round(response.elapsedMs),
    requestId: requestIdOf(response),
    request: `${context.request.method} ${context.request.url}`,
    ...explanationPart(context.explanation),
    cloud: context.cloud,
    location:
      response.status >= 300 && response.status < 400 ? response.headers['location'] : undefined,
    note: note(response, body),
  };
  const members = Object.entries(head)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
  const document = `{${[...members, `"body":${body.json}`].join(',')}}`;
  return formatJson(document, { ...redactor, mask }) ?? document;
}

function explanationPart(explanation: Explanation | undefined): Record<string, unknown> {
  if (explanation === undefined) {
    return {};
  }
  const { code, message, advice } = explanation;
  return { error: { code, message, meaning: advice.meaning, whatToDo: advice.remedy } };
}

function note(response: HttpResponse, { isCut }: ShownBody): string | undefined {
  const notes = [
    ...(response.truncated || isCut ? ['The body is too long. Only its beginning is shown.'] : []),
    ...(response.notUtf8 ? ["The body isn't valid UTF-8. Bad bytes are shown as \uFFFD."] : []),
  ];
  return notes.length === 0 ? undefined : notes.join(' ');
}

interface ShownBody {
  readonly json: string;
  readonly isCut: boolean;
}

/** The body as a JSON value, redacted as data when it is text. */
function bodyOf(body: string, redactor: Redactor): ShownBody {
  if (body.trim() === '') {
    return { json: 'null', isCut: false };
  }
  const isWithinLimits = parseJson(body) !== undefined;
  const formatted = isWithinLimits ? formatJson(body, { ...redactor, mask }) : undefined;
  if (formatted !== undefined && formatted.length <= maxShown) {
    return { json: formatted, isCut: false };
  }
  // Redacted first: a part of a secret would not be recognized.
  const text = redactor.redactData(body);
  const lines = text.slice(0, maxShown).split('\n');
  return {
    json: JSON.stringify(lines.length === 1 ? lines[0] : lines),
    isCut: text.length > maxShown,
  };
}
