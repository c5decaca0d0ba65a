// Answers as data: an endpoint decides what to say, `sendReply` and the faults decide how it travels.

/** An answer before it is written to a socket. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, or other text when the headers say so; empty for none. */
  readonly body: string;
}

/** Why a request is not carried out. */
export interface Refusal {
  readonly status: number;
  /** For example `VPN.0001` or `APIGW.0301`. */
  readonly code: string;
  readonly message: string;
}

/** The three shapes of error bodies: API gateway, VPN service, and IAM. */
export type ErrorShape = 'gateway' | 'vpn' | 'iam';

/** An answer with a JSON body. */
export function jsonReply(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=utf8', ...headers },
    body: JSON.stringify(body),
  };
}

/** An error body. The gateway's shape is also that of the failed update on the API page. */
export function errorReply(refusal: Refusal, requestId: string, shape: ErrorShape): Reply {
  const { status, code, message } = refusal;
  switch (shape) {
    case 'gateway':
      return jsonReply(status, { error_code: code, error_msg: message, request_id: requestId });
    case 'vpn':
      return jsonReply(status, { code, message });
    case 'iam':
      return jsonReply(status, { error: { code: status, message, title: titleOf(status) } });
  }
}

/** 400 VPN.0001, the service's answer to everything that the request gets wrong. */
export function invalidRequest(detail: string): Refusal {
  return { status: 400, code: 'VPN.0001', message: `invalid request: ${detail}` };
}

/** 404 VPN.0004 for a path or a reference that leads nowhere. */
export function resourceNotFound(what: string): Refusal {
  return { status: 404, code: 'VPN.0004', message: `resource not found: ${what}` };
}

function titleOf(status: number): string {
  const titles: Readonly<Record<number, string>> = {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    429: 'Too Many Requests',
  };
  return titles[status] ?? 'Error';
}
