// A cloud that repeats whatever it is told, in every spelling, and behaves as badly as it is asked to.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connectionId } from './exampleUpdate';
import { httpServer, type LoopbackServer } from './loopbackServer';
import { spelled } from './spelled';

/** How the next updates are answered. */
export type Mood =
  'accepts' | 'refuses' | 'unauthorized' | 'silent' | 'cuts' | 'page' | 'redirects' | 'fails';

export interface HostileCloud extends LoopbackServer {
  /** Answers to PUT from now on. */
  mood: Mood;
  /** Secrets that it got to know, as it got them. */
  readonly heard: ReadonlySet<string>;
}

/** IAM gives `token` for whatever password. */
export async function hostileCloud(token: string): Promise<HostileCloud> {
  const heard = new Set<string>();
  const cloud = { mood: 'accepts' as Mood, heard };
  const server = await httpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      for (const secret of secretsIn(request, body)) heard.add(secret);
      answer(request, response, { mood: cloud.mood, token, gossip: gossip(heard, body) });
    });
  });
  return Object.assign(cloud, server);
}

interface Answer {
  readonly mood: Mood;
  readonly token: string;
  readonly gossip: string;
}

function answer(request: IncomingMessage, response: ServerResponse, given: Answer): ServerResponse {
  const { method, url = '' } = request;
  const json = (
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
  ): ServerResponse => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    return response.end(JSON.stringify(body));
  };
  if (url.startsWith('/v3/auth/tokens')) {
    return json(201, { token: {}, note: given.gossip }, { 'x-subject-token': given.token });
  }
  if (/\?limit=2|\/v3\/projects/.test(url))
    return json(200, { listed: named(given.gossip), projects: named(given.gossip) });
  if (method !== 'PUT') return json(200, held(given.gossip));
  const error = { error_code: 'VPN.0001', error_msg: `psk and name: ${given.gossip}` };
  switch (given.mood) {
    case 'accepts':
      return json(200, held(given.gossip));
    case 'refuses':
      return json(400, error, {
        'x-request-id': given.gossip.slice(0, 2000).replace(/[^ -~]/g, ''),
      });
    case 'unauthorized': {
      const told = `verify aksk signature fail, canonicalRequest:PUT|${given.gossip}`;
      return json(401, { error_code: 'APIGW.0301', error_msg: told });
    }
    case 'fails':
      return json(500, { error: { code: 500, message: given.gossip, title: given.gossip } });
    case 'page':
      response.writeHead(502, { 'content-type': 'text/html' });
      return response.end(`<html><title>${given.gossip}</title><pre>${given.gossip}</pre></html>`);
    case 'redirects': {
      const query = encodeURIComponent(given.gossip.slice(0, 2000));
      return response.writeHead(307, { location: `https://evil.example/?${query}` }).end();
    }
    case 'cuts':
      return response.destroy();
    case 'silent':
      return response;
  }
}

/** A list whose names hold secrets, one of them where a long name is cut. */
function named(gossip: string) {
  const names = [gossip, `${'n'.repeat(70)}${gossip}`];
  return names.map((name, index) => ({ id: `id-${index}`, name, status: name, note: gossip }));
}

/** What the cloud holds, with secrets where none belong. */
function held(gossip: string) {
  return {
    vpn_connection: {
      id: connectionId,
      name: 'site-a',
      status: 'ACTIVE',
      psk: gossip,
      description: gossip,
      ikepolicy: { ike_version: 'v1', remark: gossip },
    },
    request_id: 'r',
  };
}

function secretsIn({ headers }: IncomingMessage, body: string): readonly string[] {
  const psk = /"psk":("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
  const password = /"password":("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
  return [psk, password]
    .flatMap((json) => (json === undefined ? [] : [String(JSON.parse(json))]))
    .concat([headers['x-auth-token'], headers['x-security-token']].flatMap((each) => each ?? []));
}

function gossip(heard: ReadonlySet<string>, body: string): string {
  return [...[...heard].flatMap(spelled), body, encodeURIComponent(body)].join(' ');
}
