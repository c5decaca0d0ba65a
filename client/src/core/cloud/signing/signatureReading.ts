// Why a signature was refused: the gateway's canonical request, which it tells, beside ours.
// Source: API Signing Guide, "Error Codes" (0301, verify aksk signature fail).
import type {
  HttpRequest,
  HttpResponse,
  SignatureDifference,
  SignatureReading,
} from '../../model/httpExchange';
import type { Crypto } from '../../ports/ports';
import { isSensitiveHeader } from '../../redaction/sensitiveHeaders';
import { readApiError } from '../errors/apiError';
import { canonicalRequest } from './canonicalRequest';

/**
 * Compares, or gives undefined when the request was not signed or the answer tells no canonical request.
 *
 * @param sent the request with its signature, as it was handed to the transport
 */
export function readSignature(
  sent: HttpRequest,
  response: HttpResponse,
  crypto: Crypto,
): SignatureReading | undefined {
  const { Authorization: authorization, ...headers } = sent.headers;
  const told = toldBy(readApiError(response).message ?? '');
  if (authorization === undefined || told === undefined) {
    return undefined;
  }
  const signed = { ...headers, host: new URL(sent.url).host };
  return compare(canonicalRequest(sent, signed, crypto).text.split('\n'), told);
}

/** The gateway writes its lines on one, with bars for the line feeds. */
function toldBy(message: string): readonly string[] | undefined {
  const [, told] = /canonicalRequest\s*[:=]\s*([\s\S]+)/i.exec(message) ?? [];
  return told?.split(/\||\r?\n/);
}

function compare(
  signed: readonly string[],
  received: readonly string[],
): SignatureReading | undefined {
  const at = signed.findIndex((line, index) => {
    const other = received[index];
    return other === undefined || !isSameLine(line, other, index === signed.length - 1);
  });
  if (at < 0) {
    return 'same';
  }
  // The message was cut: nothing that is there differs.
  const isCut = at >= received.length - 1 && signed[at]?.startsWith(received[at] ?? '') === true;
  return isCut && at < signed.length - 1 ? undefined : difference(signed, received, at);
}

/** Behind the last line, the hash, the message may go on. */
function isSameLine(line: string, other: string, isLast: boolean): boolean {
  return isLast ? other.trim().startsWith(line) : other.trim() === line;
}

function difference(
  signed: readonly string[],
  received: readonly string[],
  at: number,
): SignatureDifference {
  const line = signed[at] ?? '';
  const other = (received[at] ?? '').trim();
  const [name = ''] = line.split(':', 1);
  switch (signed.length - at) {
    case 1:
      return { part: 'the body' };
    case 2:
      return { part: 'the list of signed headers', values: { signed: line, received: other } };
    default:
      break;
  }
  if (at < firstParts.length) {
    return { part: firstParts[at] ?? '', values: { signed: line, received: other } };
  }
  const part = `the header ${name}`;
  if (isSensitiveHeader(name) || !other.startsWith(`${name}:`)) {
    return { part };
  }
  const values = { signed: line.slice(name.length + 1), received: other.slice(name.length + 1) };
  return { part, values };
}

const firstParts = ['the method', 'the path', 'the query'];
