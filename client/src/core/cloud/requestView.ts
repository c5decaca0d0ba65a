// The exact request as text to read: method, URL, headers and body, with secrets masked.
import type { HttpRequest } from '../model/httpExchange';
import { formatJson } from '../redaction/formatJson';
import { mask, type Redactor } from '../redaction/redactor';

/**
 * Prints a request in the form of an HTTP message. The body is indented for reading; sent are the
 * same characters without the blanks between them.
 *
 * @param notes lines that say what cannot be shown, printed as comments on top
 */
export function requestView(
  request: HttpRequest,
  redactor: Redactor,
  notes: readonly string[],
): string {
  const headers = Object.entries({ Host: new URL(request.url).host, ...request.headers }).map(
    ([name, value]) => `${name}: ${redactor.redactHeader(name, value)}`,
  );
  const body = request.body ?? '';
  return [
    ...notes.map((note) => `# ${note}`),
    `${request.method} ${request.url}`,
    ...headers,
    '',
    formatJson(body, { ...redactor, mask }) ?? redactor.redactData(body),
    '',
  ].join('\n');
}
