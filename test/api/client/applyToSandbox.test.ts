// From the text of a file to the state of the cloud: service, use case and transport are the real
// ones, and the embedded VPN API verifies signature and body with code of its own.
import { clockAt } from '../../support/client/clockAt';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Credentials } from '../../../client/src/core/model/credentials';
import type { Ports } from '../../../client/src/core/ports/ports';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import type { Misbehaviour } from '../../../client/src/sandbox/faults/misbehaviour';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { fakeClient, place, preSharedKey, type FakeClient } from '../../support/client/fakeClient';
import { serviceServer } from '../../support/client/serviceServer';
import { poll } from '../../support/poll';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ settleMs: 0 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const { accessKey: demoKey, temporaryAccessKey, readOnlyAccessKey } = demoCredentials;
const kinds: Readonly<Record<string, Credentials>> = {
  'an access key': { kind: 'access-key', ...demoKey },
  'a temporary access key': { kind: 'temporary-access-key', ...temporaryAccessKey },
  'a token': { kind: 'token', token: demoCredentials.token.token },
};
const signedKey: Credentials = { kind: 'access-key', ...demoKey };

function text(fields: string, id: string = connectionIds.policy): string {
  return `project_id: ${sandbox.projectId}\nvpn_connection_id: ${id}\nvpn_connection:\n${fields}`;
}

interface Given {
  readonly credentials?: Credentials;
  readonly ports?: Partial<Ports>;
  readonly timeoutSeconds?: number;
}

/** A client whose target is the sandbox, with one document. */
function client(document: string, given: Given = {}): FakeClient {
  const credentials = given.credentials ?? signedKey;
  return fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    settings: { timeoutSeconds: given.timeoutSeconds ?? 10 },
    stored: { 'value:site-a': preSharedKey },
    ports: {
      ...serviceServer(document),
      transport: fetchTransport,
      clock: clockAt(() => Date.now()),
      sandbox: { running: () => ({ endpoint: sandbox.endpoint, credentials }) },
      ...given.ports,
    },
  });
}

/** Applies and gives the outcome with the one message that was shown. */
async function apply(given: FakeClient) {
  const outcome = await given.useCases.sendUpdate(place);
  const { messages, documents } = given.presenter;
  expect(messages).toHaveLength(1);
  const [document] = documents;
  const shown = document === undefined ? undefined : JSON.parse(document.text);
  return { outcome, message: messages[0]?.text ?? '', shown };
}

/** The requests behind the looks that come before every update. */
const requests = () => {
  const first = sandbox.requests.findIndex(({ method }) => method !== 'GET');
  return first === -1 ? [] : sandbox.requests.slice(first);
};
const methods = (): readonly string[] => requests().map(({ method }) => method);

/** What the cloud holds as the name of the connection that the tests update. */
async function nameInCloud(): Promise<unknown> {
  const { projectId, endpoint } = sandbox;
  const answer = await fetch(`${endpoint}/v5/${projectId}/vpn-connection/${connectionIds.policy}`, {
    headers: { 'X-Auth-Token': demoCredentials.token.token },
  });
  const { vpn_connection: connection } = (await answer.json()) as {
    vpn_connection: { name: unknown };
  };
  return connection.name;
}

/** Goes wrong in the update, not in the look before it. */
function misbehave(misbehaviour: Misbehaviour): void {
  sandbox.misbehave({ match: { method: 'PUT' }, ...misbehaviour });
}
const rename = '  name: site-a-new\n';

describe('an update', () => {
  test.each(Object.entries(kinds))('is accepted with %s', async (_name, credentials) => {
    const { outcome, shown } = await apply(client(text(rename), { credentials }));
    expect(outcome).toMatchObject({ kind: 'answered', status: 200, verdict: 'accepted' });
    expect(shown).toMatchObject({ body: { vpn_connection: { name: 'site-a-new' } } });
    expect(requests()).toMatchObject([
      { method: 'PUT', authenticated: credentials.kind, status: 200 },
    ]);
  });

  test('sends the stored pre-shared key, and shows it nowhere', async () => {
    const given = client(text('  psk: !secret site-a\n  name: site-a-new\n'), {
      ports: { confirmation: { ask: () => Promise.resolve('confirmed') } },
    });
    await given.secrets.store('value:site-a', 'Correct-Horse/42');
    const { outcome } = await apply(given);
    expect(outcome).toMatchObject({ verdict: 'accepted' });
    expect(sandbox.preSharedKeyIs(connectionIds.policy, 'Correct-Horse/42')).toBe(true);
    const visible = JSON.stringify([given.presenter, given.log.lines, sandbox.requests]);
    expect(visible).not.toContain('Correct-Horse');
  });

  test.each([
    ['Ab1!def', /8/],
    ['x'.repeat(129), /128/],
    ['abcdefgh1', /at least 3/],
    ['Abcdef1§', /./],
  ])('is not sent with the stored key %j, which the table refuses', async (value, words) => {
    const given = client(text('  psk: !secret site-a\n  name: site-a-new\n'));
    await given.secrets.store('value:site-a', value);
    const { outcome, message } = await apply(given);
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'secret-invalid' } });
    expect(message).toMatch(words);
    expect(message).not.toContain(value);
    expect(requests()).toEqual([]);
  });

  test('of a body with every special character is signed right', async () => {
    const id = '  ikepolicy:\n    peer_id_type: fqdn\n    peer_id: "a+%/*\'=~|{}^`$!#,;:@()-_."\n';
    const { outcome } = await apply(client(text(id)));
    expect(outcome).toMatchObject({ status: 200 });
  });

  test('with an error in the document is not sent', async () => {
    const { outcome } = await apply(client(text('  name: "a b"\n')));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'document-errors' } });
    expect(sandbox.requests).toEqual([]);
  });
});

describe('the cloud refuses', () => {
  test('a wrong secret key, once, without locking it', async () => {
    const credentials: Credentials = { ...signedKey, secretKey: 'wrong' };
    const { outcome, message } = await apply(client(text(rename), { credentials }));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'http-401' } });
    expect(message).toContain('before the update. The signature does not match');
    expect(message).toContain('401 Unauthorized, APIGW.0301');
    expect(sandbox.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  test('an unknown access key', async () => {
    const credentials: Credentials = { ...signedKey, accessKey: 'UNKNOWN' };
    const { message } = await apply(client(text(rename), { credentials }));
    expect(message).toContain('does not know the access key');
  });

  test.each([-16, 16])('a clock that is %i minutes off', async (minutes) => {
    const clock = clockAt(() => Date.now() + minutes * 60_000);
    const { message } = await apply(client(text(rename), { ports: { clock } }));
    expect(message).toContain('within 15 minutes');
  });

  test('an expired token', async () => {
    const credentials: Credentials = { kind: 'token', token: demoCredentials.expiredToken.token };
    const { message } = await apply(client(text(rename), { credentials }));
    expect(message).toContain('APIGW.0307');
    expect(message).toContain('expired');
  });

  test('a user without the permission, and the permission is named', async () => {
    const credentials: Credentials = { kind: 'access-key', ...readOnlyAccessKey };
    const { outcome, message } = await apply(client(text(rename), { credentials }));
    expect(outcome).toMatchObject({ status: 403 });
    expect(message).toContain('vpn:vpnConnections:update');
  });

  test('a frozen connection', async () => {
    const { outcome, message } = await apply(client(text(rename, connectionIds.frozen)));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'connection-frozen' } });
    expect(message).toContain('frozen');
    expect(sandbox.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('a connection that does not exist', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const { outcome } = await apply(client(text(rename, id)));
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'http-404' } });
    expect(sandbox.requests.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('a refusal that names fields', () => {
  const marked = async (document: string) => {
    const given = client(document);
    const { message } = await apply(given);
    const lines = document.split('\n');
    const marks = given.answerMarks.shown.flatMap((each) => each.marks);
    const texts = marks.map(({ range: { start, end } }) =>
      lines[start.line]?.slice(start.character, end.character),
    );
    return { message, texts, codes: marks.map(({ code }) => code) };
  };

  test('that stand in the file is shown there', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const { message, texts, codes } = await marked(text(`  cgw_id: ${id}\n`));
    expect(message).toContain('cgw_id');
    expect({ texts, codes }).toEqual({ texts: [id], codes: ['VPN.0004'] });
  });

  test('inside of a group is shown at the value', async () => {
    misbehave({
      kind: 'status',
      status: 400,
      code: 'VPN.0001',
      message: 'invalid request: ikepolicy.lifetime_seconds is not allowed here',
    });
    const fields = '  ikepolicy:\n    dh_group: group20\n    lifetime_seconds: 3600\n';
    const { texts } = await marked(text(fields));
    expect(texts).toEqual(['3600']);
  });

  test('of a state and of no field is shown nowhere in the file', async () => {
    misbehave({
      ...{ kind: 'status', status: 400, code: 'VPN.0001' },
      message: 'The resource is not in a state that allows this.',
    });
    const { message, texts } = await marked(text(rename));
    expect(message).toContain('VPN.0001');
    expect(texts).toEqual([]);
  });
});

describe('an answer that the sandbox bends', () => {
  const rejected: readonly (readonly [string, Misbehaviour, number, string])[] = [
    ['401', { kind: 'status', status: 401 }, 401, "weren't accepted"],
    ['403', { kind: 'status', status: 403 }, 403, 'vpn:vpnConnections:update'],
    ['404 of VPN', { kind: 'status', status: 404, shape: 'vpn' }, 404, 'VPN.0004'],
    ['404 of IAM', { kind: 'status', status: 404, shape: 'iam' }, 404, 'Nothing was found'],
    ['409', { kind: 'status', status: 409 }, 409, "isn't ready"],
    ['425', { kind: 'status', status: 425 }, 425, 'being deleted'],
    ['429', { kind: 'throttle', retryAfter: '17' }, 429, 'wait 17 seconds'],
  ];

  test.each(rejected)(
    '%s is shown and not repeated',
    async (_what, misbehaviour, status, words) => {
      misbehave(misbehaviour);
      const { outcome, message } = await apply(client(text(rename)));
      expect(outcome).toMatchObject({ kind: 'answered', status, verdict: 'rejected' });
      expect(message).toContain(words);
      expect(methods()).toEqual(['PUT']);
    },
  );

  const open: readonly (readonly [string, Misbehaviour, 'applied' | 'not-applied'])[] = [
    ['500, applied', { kind: 'status', status: 500, change: 'applied' }, 'applied'],
    ['500, not applied', { kind: 'status', status: 500, change: 'not-applied' }, 'not-applied'],
    ['503', { kind: 'status', status: 503, change: 'not-applied' }, 'not-applied'],
    ['504 as HTML', { kind: 'status', status: 504, shape: 'html', change: 'applied' }, 'applied'],
    ['200 as HTML', { kind: 'html', status: 200 }, 'applied'],
    ['half of the JSON', { kind: 'truncated-json' }, 'applied'],
    ['no body', { kind: 'empty-body' }, 'applied'],
    ['204', { kind: 'no-content' }, 'applied'],
    ['403 as HTML', { kind: 'html', status: 403 }, 'applied'],
    ['a redirect', { kind: 'redirect', status: 307 }, 'not-applied'],
  ];

  test.each(open)('%s: the connection is read back', async (_what, misbehaviour, kind) => {
    misbehave(misbehaviour);
    const { outcome, message, shown } = await apply(client(text(rename)));
    expect(outcome).toMatchObject({ kind: 'answered', verdict: 'unclear', cloud: { kind } });
    expect(message).toContain('The connection has');
    expect(shown.cloud).toContain('The connection has');
    expect(methods()).toEqual(['PUT', 'GET']);
  });

  test('bytes that are not UTF-8 are shown and noted', async () => {
    misbehave({ kind: 'invalid-utf8' });
    const { shown } = await apply(client(text(rename)));
    expect(shown.note).toContain("isn't valid UTF-8");
    expect(JSON.stringify(shown.body)).toContain('\uFFFD');
  });

  test.each<Misbehaviour>([
    { kind: 'huge-body', bytes: 50_000_000 },
    { kind: 'gzip-bomb', bytes: 500_000_000 },
  ])('$kind is cut', async (misbehaviour) => {
    misbehave(misbehaviour);
    const given = client(text(rename));
    const { shown } = await apply(given);
    expect(shown.note).toContain('The body is too long.');
    expect(given.presenter.documents[0]?.text.length).toBeLessThan(11_000_000);
  });
});

describe('no answer', () => {
  const lost: readonly (readonly [Misbehaviour, 'applied' | 'not-applied'])[] = [
    [{ kind: 'cut-before-applying' }, 'not-applied'],
    [{ kind: 'cut-after-applying' }, 'applied'],
    [{ kind: 'cut-in-headers' }, 'applied'],
    [{ kind: 'cut-in-body' }, 'applied'],
  ];

  test.each(lost)(
    '$kind: the connection is read back, and nothing is repeated',
    async (misbehaviour, kind) => {
      misbehave(misbehaviour);
      const { outcome, message } = await apply(client(text(rename)));
      expect(outcome).toMatchObject({
        kind: 'unanswered',
        failure: { code: 'connection-lost' },
        cloud: { kind },
      });
      expect(message).toContain('broke off. The connection has');
      expect(methods()).toEqual(['PUT', 'GET']);
    },
  );

  test.each([
    ['before-applying', 'not-applied'],
    ['after-applying', 'applied'],
  ] as const)('in time, delayed %s', async (when, kind) => {
    misbehave({ kind: 'delay', ms: 60_000, when });
    const { outcome, message } = await apply(client(text(rename), { timeoutSeconds: 0.2 }));
    expect(outcome).toMatchObject({ failure: { code: 'timed-out' }, cloud: { kind } });
    expect(message).toContain('did not answer within 0.2 seconds. The connection has');
  });

  test('in time for the body', async () => {
    misbehave({ kind: 'slow-body', ms: 60_000 });
    const { outcome } = await apply(client(text(rename), { timeoutSeconds: 0.3 }));
    expect(outcome).toMatchObject({
      failure: { code: 'timed-out', status: 200 },
      cloud: { kind: 'applied' },
    });
  });

  test('because it was cancelled: reading back is not', async () => {
    misbehave({ kind: 'delay', ms: 60_000, when: 'after-applying' });
    const given = client(text(rename));
    const applying = apply(given);
    await poll('the change', async () =>
      (await nameInCloud()) === 'site-a-new' ? true : undefined,
    );
    given.progress.runs.find(({ title }) => title.startsWith('Applying'))?.source.cancel();
    const { outcome, message } = await applying;
    expect(outcome).toMatchObject({ failure: { code: 'cancelled' }, cloud: { kind: 'applied' } });
    expect(message).toMatch(/^The request was cancelled\. The connection has every value/);
  });

  test('and none when it is read back', async () => {
    const given = client(text(rename), {
      ports: {
        transport: {
          send: (request, limits) => {
            if (request.method === 'PUT') {
              sandbox.misbehave({ kind: 'cut-after-applying', times: 2 });
            }
            return fetchTransport.send(request, limits);
          },
        },
      },
    });
    const { outcome, message } = await apply(given);
    expect(outcome).toMatchObject({ cloud: { kind: 'could-not-ask' } });
    expect(message).toContain("Couldn't read the connection back");
    expect(methods()).toEqual(['PUT', 'GET']);
  });

  test('because nothing listens', async () => {
    const stopped = await startSandbox();
    await stopped.close();
    const given = client(text(rename), {
      ports: {
        sandbox: { running: () => ({ endpoint: stopped.endpoint, credentials: signedKey }) },
      },
    });
    const { outcome, message } = await apply(given);
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'connection-refused' } });
    expect(message).toMatch(/^Nothing was sent: .* refuses connections/);
  });
});

test('lists and rules that the cloud orders and numbers again count as applied', async () => {
  misbehave({ kind: 'cut-after-applying' });
  const fields = [
    '  peer_subnets: [192.168.9.0/24, 192.168.1.0/24]',
    '  policy_rules:',
    '    - source: 10.0.0.0/24',
    '      destination: [192.168.9.0/24, 192.168.1.0/24]',
    '',
  ].join('\n');
  const { outcome } = await apply(client(text(fields)));
  expect(outcome).toMatchObject({ cloud: { kind: 'applied' } });
});
