// What stands between a window and the sandbox, over real HTTP: gateways, proxies and IAM as they are on
// a bad day. A test says for each request what becomes of it; otherwise the sandbox answers.
import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { httpServer, type LoopbackServer } from './loopbackServer';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** True time, in milliseconds since 1970. */
  readonly at: number;
}

/** What becomes of it. `after`: the sandbox carries it out first. */
export type Fate =
  | { readonly answer: Answer; readonly after?: 'sandbox' }
  | { readonly cut: 'before' | 'after' }
  | undefined;

/** A response; objects become JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: string | object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CloudFront extends LoopbackServer {
  /** Every request, oldest first. */
  readonly requests: readonly Arrived[];
  /** Decides about each request from now on. */
  fate: (request: Arrived) => Fate | Promise<Fate>;
  /** A request that was held up arrives at the sandbox after all. Returns the status of the answer. */
  deliver(request: Arrived): Promise<number>;
}

/** Listens in front of `origin`. */
export async function cloudFront(origin: string, now: () => number): Promise<CloudFront> {
  const requests: Arrived[] = [];
  const front: Pick<CloudFront, 'requests' | 'fate' | 'deliver'> = {
    requests,
    fate: () => undefined,
    deliver: async (request) => (await pass(origin, request)).status,
  };
  const server = await httpServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const { method = 'GET', url: path = '/', headers } = request;
      const arrived: Arrived = { method, path, headers, body, at: now() };
      requests.push(arrived);
      await carryOut(origin, arrived, await front.fate(arrived), response);
    });
  });
  return Object.assign(front, server);
}

/** The errors that components of the service write. */
export const apiErrors = {
  badKey: error(401, 'APIGW.0301', 'Incorrect IAM authentication information: AK not found'),
  locked: error(
    401,
    'APIGW.0301',
    'Incorrect IAM authentication information: aksk authentication failed more than 5 times in 5 minutes, locked',
  ),
  forbidden: error(403, 'APIGW.0302', 'The user is not authorized'),
  throttled: error(429, 'APIGW.0308', 'The throttling threshold has been reached'),
  unavailable: error(503, 'APIGW.0613', 'Backend unavailable'),
  iamRejects: {
    status: 401,
    body: {
      error: { code: 401, message: 'The username or password is wrong.', title: 'Unauthorized' },
    },
  },
  iamDown: { status: 503, body: { error: { code: 503, message: 'Busy', title: 'Unavailable' } } },
  iamThrottles: {
    status: 429,
    body: { error: { code: 429, message: 'Too many', title: 'Too Many Requests' } },
  },
} as const satisfies Readonly<Record<string, Answer>>;

function error(status: number, error_code: string, error_msg: string) {
  return { status, body: { error_code, error_msg, request_id: 'r' } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function carryOut(
  origin: string,
  request: Arrived,
  fate: Fate,
  response: ServerResponse,
): Promise<void> {
  if (fate === undefined) {
    const { status, headers, body } = await pass(origin, request);
    response.writeHead(status, headers).end(body);
  } else if ('cut' in fate) {
    if (fate.cut === 'after') await pass(origin, request);
    response.destroy();
  } else {
    if (fate.after === 'sandbox') await pass(origin, request);
    const { status, body = '', headers } = fate.answer;
    const isText = typeof body === 'string';
    response.writeHead(status, {
      'content-type': isText ? 'text/html' : 'application/json',
      ...headers,
    });
    response.end(isText ? body : JSON.stringify(body));
  }
}

function pass(
  origin: string,
  { method, path, headers, body }: Arrived,
): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> {
  return new Promise((resolve, reject) => {
    const options = { method, headers, agent: false };
    const onward = forward(new URL(path, origin), options, (answer) => {
      void bodyOf(answer).then((text) =>
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: text }),
      );
    });
    onward.on('error', reject);
    onward.end(body);
  });
}
