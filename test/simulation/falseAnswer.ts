// Answers that a request doesn't deserve, as services, gateways, proxies and portals really give them.
import type { HttpRequest } from '../../client/src/core/model/httpExchange';
import { error, iamError, type CloudAnswer } from './cloud';
import type { FalseAnswer } from './script';

/** The answer. IAM has a shape of its own for errors. */
export function falseAnswer(kind: FalseAnswer, request: HttpRequest): CloudAnswer {
  const isIam = request.method === 'POST';
  const fail = (status: number, code: string, message: string): CloudAnswer =>
    isIam ? iamError(status, message) : error(status, code, message);
  switch (kind) {
    case 'unauthorized':
      return fail(401, 'APIGW.0301', 'Incorrect IAM authentication information');
    case 'forbidden':
      return fail(403, 'VPN.0003', 'Forbidden');
    case 'conflict':
      return fail(409, 'VPN.0017', 'The connection is in a pending state.');
    case 'too-many':
      return fail(429, 'APIGW.0308', 'The throttling threshold has been reached');
    case 'too-many-wait':
      return { ...fail(429, 'APIGW.0308', 'Throttled'), headers: { 'retry-after': '7' } };
    case 'server-error':
      return fail(500, 'VPN.0030', 'System busy');
    case 'bad-gateway':
      return page(502, 'Bad Gateway');
    case 'redirect':
      return { status: 302, body: '', headers: { location: 'https://login.portal.example/' } };
    case 'page':
      return page(200, 'Welcome');
    case 'foreign-404':
      return page(404, 'Not Found');
    case 'empty-success':
      return { status: 200, body: '{}' };
    case 'error-as-success':
      return { status: 200, body: '{"error_code":"VPN.0001","error_msg":"failed"}' };
    case 'other-connection':
      return { status: 200, body: otherConnection };
    case 'echo':
      return fail(500, 'VPN.0030', `cannot process ${request.body ?? ''} of ${tokenOf(request)}`);
  }
}

const otherConnection =
  '{"vpn_connection":{"id":"00000000-1111-4222-8333-444455556666","name":"other","status":"ACTIVE"}}';

function page(status: number, title: string): CloudAnswer {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`;
  return { status, body, headers: { 'content-type': 'text/html' } };
}

/** Some gateways repeat the headers of a request in their messages. */
function tokenOf({ headers }: HttpRequest): string {
  return headers['X-Auth-Token'] ?? headers['Authorization'] ?? '';
}
