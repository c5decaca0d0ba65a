// Errors without the secrets that they repeat. They are cut later to fit into messages, and a part of a
// secret would not be recognised any more.
import type { SignatureReading } from '../model/httpExchange';
import type { HttpResponse } from '../model/httpExchange';
import type { Redactor } from './redactor';

/** The same answer with a clean body. */
export function redactError({ redact }: Redactor, response: HttpResponse): HttpResponse {
  return { ...response, body: redact(response.body) };
}

/** The same finding with clean values. */
export function redactReading({ redact }: Redactor, reading: SignatureReading): SignatureReading {
  if (reading === 'same' || reading.values === undefined) {
    return reading;
  }
  const { signed, received } = reading.values;
  return { ...reading, values: { signed: redact(signed), received: redact(received) } };
}
