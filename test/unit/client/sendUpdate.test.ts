import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../../client/src/core/model/httpExchange';
import type { PreparedUpdate } from '../../../server/src/protocol/messages';
import type { UpdatePlan } from '../../../server/src/protocol/plan';
import { createInFlight } from '../../../client/src/core/apply/inFlight';
import {
  connectionId,
  examplePlan,
  exampleUpdate,
  projectId,
} from '../../support/client/exampleUpdate';
import {
  accessKey,
  fakeClient,
  now,
  place,
  preSharedKey,
  type FakeClientOptions,
} from '../../support/client/fakeClient';
import { answering } from '../../support/client/fakeServer';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';
import { answer, failure, fakeTransport, type Step } from '../../support/client/fakeTransport';

const accepted = answer(200, { vpn_connection: { id: connectionId }, request_id: 'req-1' });
const heldAsSent = answer(200, {
  vpn_connection: {
    id: connectionId,
    name: 'site-a',
    peer_subnets: ['10.1.0.0/16', '192.168.1.0/24'],
    ikepolicy: { dh_group: 'group20', lifetime_seconds: 3600, ike_version: 'v2' },
  },
  request_id: 'req-2',
});

function client(script: readonly Step[], options: FakeClientOptions = {}) {
  const transport = fakeTransport(...script);
  return { ...fakeClient({ ...options, ports: { transport, ...options.ports } }), transport };
}

/** Everything that people, files or the clipboard can see. */
function visible(given: ReturnType<typeof client>): string {
  return JSON.stringify([given.presenter.documents, given.presenter.messages, given.log.lines]);
}

describe('an accepted update', () => {
  test('is one signed PUT of exactly the body, with the secret filled in', async () => {
    const given = client([accepted]);
    const outcome = await given.useCases.sendUpdate(place);
    expect(outcome).toEqual({
      kind: 'answered',
      status: 200,
      verdict: 'accepted',
      requestId: 'req-1',
    });
    const [{ request, limits } = { request: undefined, limits: undefined }] = given.transport.sent;
    expect(request).toMatchObject({
      method: 'PUT',
      url: `https://vpn.eu-west-101.myhuaweicloud.com/v5/${projectId}/vpn-connection/${connectionId}`,
      headers: {
        'Content-Type': 'application/json',
        'X-Project-Id': projectId,
        'X-Sdk-Date': '20261123T143105Z',
        Authorization: expect.stringContaining(
          'SignedHeaders=content-type;host;x-project-id;x-sdk-date, Signature=',
        ) as string,
      },
      body: JSON.stringify({
        vpn_connection: {
          name: 'site-a',
          psk: preSharedKey,
          peer_subnets: ['192.168.1.0/24', '10.1.0.0/16'],
          ikepolicy: { dh_group: 'group20', lifetime_seconds: 3600 },
        },
      }),
    });
    expect(limits).toMatchObject({ timeoutMs: 30_000, maxBodyBytes: 5_000_000 });
    expect(given.transport.sent).toHaveLength(1);
  });

  test('is shown', async () => {
    const given = client([accepted]);
    await given.useCases.sendUpdate(place);
    const [document] = given.presenter.documents;
    expect(document?.name).toBe('response 15-31-05.250.json');
    expect(JSON.parse(document?.text ?? '')).toEqual({
      status: '200 OK',
      timeMs: 132,
      requestId: 'req-1',
      request: `PUT https://vpn.eu-west-101.myhuaweicloud.com${exampleUpdate.path}`,
      body: { vpn_connection: { id: connectionId }, request_id: 'req-1' },
    });
    expect(given.presenter.messages).toEqual([
      {
        severity: 'information',
        text: 'site-a: update accepted, applying…',
        actions: [],
      },
    ]);
    expect(given.log.lines.slice(-2)).toEqual([
      `info PUT https://vpn.eu-west-101.myhuaweicloud.com${exampleUpdate.path}`,
      'info 200 OK after 132 ms, request ID req-1',
    ]);
    expect(given.progress.runs.map(({ title }) => title)).toEqual([
      'Reading the connection',
      'Reading the connection',
      'Applying the update to vpn.eu-west-101.myhuaweicloud.com',
    ]);
  });

  test('may have any status of success', async () => {
    const given = client([{ ...accepted, status: 202 }]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
  });

  test('takes time-out and target from the settings', async () => {
    const endpoint = 'https://vpn.own.example:8443';
    const given = client([accepted], {
      target: 'none',
      settings: { endpoint, timeoutSeconds: 7 },
      environment: { OS_AUTH_TOKEN: 'tok' },
    });
    await given.useCases.sendUpdate(place);
    const [sent] = given.transport.sent;
    expect(sent?.request.url).toBe(`${endpoint}${exampleUpdate.path}`);
    expect(sent?.request.headers['X-Auth-Token']).toBe('tok');
    expect(sent?.limits.timeoutMs).toBe(7000);
  });

  test.each([
    [Number.NaN, 30_000],
    [0, 30_000],
    [-1, 30_000],
    [Number.POSITIVE_INFINITY, 30_000],
    [0.5, 500],
    [600, 600_000],
    [601, 600_000],
  ])('has a finite time-out for the setting %s', async (timeoutSeconds, expected) => {
    const given = client([accepted], { settings: { timeoutSeconds } });
    await given.useCases.sendUpdate(place);
    expect(given.transport.sent[0]?.limits.timeoutMs).toBe(expected);
  });
});

describe('the confirmation', () => {
  test('names target, project, connection, credentials, fields and warnings, and no secret', async () => {
    const confirmation = fakeConfirmation();
    const given = client([accepted], { ports: { confirmation } });
    await given.useCases.sendUpdate(place);
    expect(confirmation.questions).toEqual([
      {
        title: 'Apply update to "site-a"?',
        detail: [
          'Target: Region eu-west-101, vpn.eu-west-101.myhuaweicloud.com, with access key QTWAOYTTINDUT2QVKYUC from Sign In',
          `Connection: ACTIVE, ${connectionId}`,
          "2 changes, 3 unchanged, 1 warning: psk: (can't be read) → !secret site-a, ikepolicy.dh_group: group15 → group20",
          'Traffic: at the next phase-1 negotiation, within 24 h, by 14:05 UTC+01:00',
          'Warning: A warning about this update.',
        ].join('\n'),
        proceed: 'Apply Update',
        review: 'Preview Changes',
      },
    ]);
  });

  /** The lines of a question about an update that may be sent but not compared. */
  async function unplannedLines(update: PreparedUpdate): Promise<readonly string[]> {
    const confirmation = fakeConfirmation('declined');
    const prepared = { kind: 'ready', update } as const;
    const script = [answer(403, { error_code: 'VPN.0007' })];
    const given = client(script, { prepared, reading: 'sent', ports: { confirmation } });
    await given.useCases.sendUpdate(place);
    return (confirmation.questions[0]?.detail ?? '').split('\n');
  }

  test('of a connection that may not be read cuts what does not fit', async () => {
    const field = { pointer: '/x', label: 'long-label', display: 'y', sensitive: false };
    const lines = await unplannedLines({
      ...exampleUpdate,
      fields: Array.from({ length: 16 }, () => field),
      warnings: [],
    });
    expect(lines).toHaveLength(4);
    expect(lines.slice(2)).toEqual([
      "Changes: not known, because you don't have permission to read this connection.",
      `16 fields are sent: ${'long-label, '.repeat(16)}`.slice(0, 150) + '…',
    ]);
  });

  test('shows what a file cannot hide: line breaks and characters that reorder text', async () => {
    const lines = await unplannedLines({
      ...exampleUpdate,
      connectionId: 'x\nTarget: trusted.example',
      fields: [{ pointer: '/x', label: 'a\u202Eb\u2028c', display: 'x', sensitive: false }],
      warnings: ['one\ntwo'],
    });
    expect(lines).toContain('Connection: x\\u{a}Target: trusted.example');
    expect(lines).toContain('1 field is sent, 1 warning: a\\u{202e}b\\u{2028}c');
    expect(lines).toContain('Warning: one\\u{a}two');
  });

  test('shows what the cloud cannot hide either', async () => {
    const confirmation = fakeConfirmation('declined');
    const plan: UpdatePlan = {
      ...examplePlan,
      name: 'a\nTarget: trusted.example',
      status: 'b\nc',
      fields: [{ ...examplePlan.fields[0]!, kind: 'changes', before: 'b\u202Ec', after: 'd\ne' }],
      effects: [{ ...examplePlan.effects[0]!, when: 'f\ng' }],
      warnings: [],
    };
    const { server } = fakeClient().ports;
    const given = client([], {
      ports: {
        confirmation,
        server: answering(server, { 'vpnconn/planUpdate': () => ({ kind: 'ready', plan }) }),
      },
    });
    await given.useCases.sendUpdate(place);
    const [question] = confirmation.questions;
    expect(question?.title).toBe('Apply update to "a\\u{a}Target: trusted.example"?');
    expect(question?.detail.split('\n').slice(1)).toEqual([
      `Connection: b\\u{a}c, ${connectionId}`,
      '1 change: name: b\\u{202e}c → d\\u{a}e',
      'Traffic: f\\u{a}g',
    ]);
  });

  test('sends nothing when declined, and says nothing', async () => {
    const given = client([], { ports: { confirmation: fakeConfirmation('declined') } });
    expect(await given.useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
    expect(given.presenter.messages).toEqual([]);
  });
});

describe('nothing is sent', () => {
  async function refusal(given: ReturnType<typeof client>): Promise<string> {
    const outcome = await given.useCases.sendUpdate(place);
    expect(given.transport.sent).toEqual([]);
    expect(given.presenter.messages.map(({ severity }) => severity)).toEqual(['error']);
    return outcome.kind === 'refused' ? outcome.problem.code : outcome.kind;
  }

  test('from an untrusted workspace, and the server is not even asked', async () => {
    const server = answering(fakeClient().ports.server, {
      'vpnconn/prepareUpdate': () => Promise.reject(new Error('asked')),
    });
    const given = client([], { ports: { server } });
    given.state.trusted = false;
    expect(await refusal(given)).toBe('untrusted');
    expect(given.presenter.messages[0]?.actions).toEqual([{ kind: 'manage-trust' }]);
  });

  test('with errors in the document: it jumps to the first', async () => {
    const range = { start: { line: 4, character: 2 }, end: { line: 4, character: 5 } };
    const given = client([], {
      prepared: {
        kind: 'refused',
        reason: 'errors',
        message: 'The document has 2 errors.',
        errorCount: 2,
        firstError: { range, message: 'The value is too long.', code: 'schema/length' },
      },
    });
    expect(await refusal(given)).toBe('document-errors');
    expect(given.presenter.revealed).toEqual([{ uri: place.uri, range }]);
    expect(given.presenter.messages[0]?.text).toBe(
      'The document has 2 errors. The first one: The value is too long.',
    );
  });

  test.each(['nothing', 'unknown-document'] as const)('for a document with %s', async (reason) => {
    const prepared = { kind: 'refused', reason, message: 'No.', errorCount: 0 } as const;
    expect(await refusal(client([], { prepared }))).toBe(`document-${reason}`);
  });

  test('without a language server', async () => {
    const server = answering(fakeClient().ports.server, {
      'vpnconn/prepareUpdate': () => ({ kind: 'unavailable', detail: 'crashed' }),
    });
    const given = client([], { ports: { server } });
    expect(await refusal(given)).toBe('server-unavailable');
    expect(given.log.lines).toEqual(['error The language server did not answer: crashed']);
  });

  test('without a target', async () => {
    expect(await refusal(client([], { target: 'none' }))).toBe('no-target');
  });

  test('to a region that the file makes up', async () => {
    const update = { ...exampleUpdate, region: 'eu-evil-1' };
    const given = client([], { prepared: { kind: 'ready', update } });
    expect(await refusal(given)).toBe('region-unknown');
  });

  test('without credentials', async () => {
    expect(await refusal(client([], { stored: {} }))).toBe('signed-out');
  });

  test('when the secret is missing, which is found out before the confirmation', async () => {
    const confirmation = fakeConfirmation();
    const stored = { 'credentials:regional:eu-west-101': JSON.stringify(accessKey) };
    const given = client([], { stored, ports: { confirmation } });
    expect(await refusal(given)).toBe('secret-missing');
    expect(confirmation.questions).toEqual([]);
  });

  test('when the secret does not satisfy the table', async () => {
    const stored = {
      'credentials:regional:eu-west-101': JSON.stringify(accessKey),
      'value:site-a': 'Short-1',
    };
    const given = client([], { stored });
    expect(await refusal(given)).toBe('secret-invalid');
    expect(visible(given)).not.toContain('Short-1');
  });

  test('when an identifier would change the address', async () => {
    const update = { ...exampleUpdate, path: '/v5/../vpn-connection/x' };
    expect(await refusal(client([], { prepared: { kind: 'ready', update } }))).toBe('path-altered');
  });

  test.each([
    ['changed', 8],
    ['closed', undefined],
  ])('when the document was %s before the confirmation', async (_what, version) => {
    const confirmation = fakeConfirmation();
    const given = client([], { ports: { confirmation } });
    given.state.version = version;
    expect(await refusal(given)).toBe('changed-meanwhile');
    expect(confirmation.questions).toEqual([]);
  });

  test('when the document was changed during the confirmation', async () => {
    const confirmation = fakeConfirmation('confirmed', () => {
      given.state.version = 8;
      return Promise.resolve();
    });
    const given = client([], { ports: { confirmation } });
    expect(await refusal(given)).toBe('changed-meanwhile');
  });

  test('while another update of the same connection is under way', async () => {
    const codes: string[] = [];
    const confirmation = fakeConfirmation('declined', async () => {
      const second = await given.useCases.sendUpdate(place);
      codes.push(second.kind === 'refused' ? second.problem.code : second.kind);
    });
    const given = client([], { ports: { confirmation } });
    expect(await given.useCases.sendUpdate(place)).toEqual({ kind: 'declined' });
    expect(codes).toEqual(['under-way']);
    expect(confirmation.questions).toHaveLength(1);
  });

  test('whatever the case of its identifiers', async () => {
    const inFlight = createInFlight();
    inFlight.begin(
      `https://vpn.eu-west-101.myhuaweicloud.com${exampleUpdate.path.toUpperCase()}`.toLowerCase(),
    );
    const upper = { ...exampleUpdate, path: exampleUpdate.path.toUpperCase() };
    const given = client([], { prepared: { kind: 'ready', update: upper }, ports: { inFlight } });
    expect(await refusal(given)).toBe('under-way');
  });

  test('and the connection is free again after every end', async () => {
    const given = client([failure('timed-out'), heldAsSent, accepted]);
    await given.useCases.sendUpdate(place);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
  });

  test('and the connection is free again after an adapter threw', async () => {
    const given = client([() => Promise.reject(new Error('bug')), accepted]);
    await expect(given.useCases.sendUpdate(place)).rejects.toThrow('bug');
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ verdict: 'accepted' });
  });
});

describe('a rejected update', () => {
  test('is shown with code, message, meaning, remedy and request id, and not repeated', async () => {
    const body = {
      error_code: 'VPN.0001',
      error_msg: 'vpnConnection ILLEGAL not allowed update',
      request_id: 'req-9',
    };
    const given = client([answer(400, body)]);
    expect(await given.useCases.sendUpdate(place)).toEqual({
      kind: 'answered',
      status: 400,
      verdict: 'rejected',
      requestId: 'req-9',
      explanation: {
        code: 'VPN.0001',
        message: 'vpnConnection ILLEGAL not allowed update',
        advice: expect.objectContaining({ again: 'no' }) as unknown,
      },
    });
    expect(JSON.parse(given.presenter.documents[0]?.text ?? '')).toMatchObject({
      status: '400 Bad Request',
      requestId: 'req-9',
      error: {
        code: 'VPN.0001',
        message: 'vpnConnection ILLEGAL not allowed update',
        meaning: expect.stringContaining('frozen') as string,
        whatToDo: expect.stringContaining('Correct the file') as string,
      },
      body,
    });
    expect(given.presenter.messages).toHaveLength(1);
    expect(given.presenter.messages[0]?.text).toMatch(
      /^400 Bad Request – VPN\.0001: vpnConnection ILLEGAL not allowed update\. The service considers/,
    );
  });

  test('a 401 is never repeated and offers to sign in', async () => {
    const body = { error_code: 'APIGW.0301', error_msg: 'verify ak sk signature fail' };
    const given = client([answer(401, body)]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ verdict: 'rejected' });
    expect(given.transport.sent).toHaveLength(1);
    expect(given.presenter.messages[0]?.actions).toEqual([{ kind: 'sign-in' }]);
  });

  test('a long message of the service is cut in the notification and whole in the document', async () => {
    const error_msg = `line one\n${'x'.repeat(400)}`;
    const given = client([answer(400, { error_code: 'VPN.0001', error_msg })]);
    await given.useCases.sendUpdate(place);
    const [message] = given.presenter.messages;
    expect(message?.text).toContain('VPN.0001: line one\\u{a}xxx');
    expect(message?.text).toContain('x…. The service considers');
    expect(message?.text.length).toBeLessThan(700);
    expect(JSON.parse(given.presenter.documents[0]?.text ?? '').error.message).toBe(error_msg);
  });
});

describe('when the outcome is unclear', () => {
  const unclear: readonly (readonly [string, Step])[] = [
    ['408', answer(408)],
    ['500', answer(500, { error_code: 'VPN.0002', error_msg: 'server error' })],
    ['504', answer(504, '<html></html>')],
    ['200 from a captive portal', answer(200, '<html>Log in</html>')],
    ['200 without a body', answer(200)],
    ['202 without a body', answer(202)],
    ['204', answer(204)],
    ['200 with an empty object', answer(200, {})],
    ['200 with an error', answer(200, { error_code: 'VPN.0001', error_msg: 'no' })],
    [
      '200 with another connection',
      answer(200, { vpn_connection: { id: connectionId.replace('9', '8') } }),
    ],
    ['200 with a cut body', { ...accepted, truncated: true }],
    ['302', answer(302, '', { location: 'https://evil.example/v5' })],
    ['400 that the service did not write', answer(400, { message: 'bad request' })],
    ['401 as a page', answer(401, '<html>Log in</html>')],
    ['403 as a page', answer(403, '<html>Blocked</html>')],
    ['400 with a cut body', { ...answer(400, '{"error_code":"VPN.0001'), truncated: true }],
  ];

  test.each(unclear)('after %s the connection is read back', async (_what, step) => {
    const given = client([step, heldAsSent]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({
      kind: 'answered',
      verdict: 'unclear',
      cloud: { kind: 'applied' },
    });
    const methods = given.transport.sent.map(
      ({ request }: { request: HttpRequest }) => request.method,
    );
    expect(methods).toEqual(['PUT', 'GET']);
    const sentence = "The connection has every value that was sent. These can't be read back: psk.";
    expect(given.presenter.messages[0]?.text).toContain(sentence);
    expect(JSON.parse(given.presenter.documents[0]?.text ?? '')).toMatchObject({ cloud: sentence });
  });

  test('and only a secret was sent, nobody knows', async () => {
    const update: PreparedUpdate = {
      ...exampleUpdate,
      body: { vpn_connection: { psk: null } },
    };
    const given = client([answer(200, {}), heldAsSent], { prepared: { kind: 'ready', update } });
    expect(await given.useCases.sendUpdate(place)).toMatchObject({
      verdict: 'unclear',
      cloud: { kind: 'cannot-tell' },
    });
    const [entry] = await given.useCases.journal();
    expect(entry?.stage.kind).toBe('unclear');
  });

  test('a redirect is shown with its address and not followed', async () => {
    const given = client([answer(302, '', { location: 'https://evil.example/v5' }), heldAsSent]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ verdict: 'unclear' });
    const hosts = given.transport.sent.map(({ request }) => new URL(request.url).host);
    expect(new Set(hosts)).toEqual(new Set(['vpn.eu-west-101.myhuaweicloud.com']));
    expect(JSON.parse(given.presenter.documents[0]?.text ?? '')).toMatchObject({
      location: 'https://evil.example/v5',
      error: { meaning: expect.stringContaining('never followed') as string },
      body: null,
    });
  });

  test('an HTML page is shown as lines of text', async () => {
    const page = answer(403, '<html>\n<title>Blocked</title>\n</html>');
    const given = client([page, heldAsSent]);
    await given.useCases.sendUpdate(place);
    expect(JSON.parse(given.presenter.documents[0]?.text ?? '')).toMatchObject({
      error: { message: 'Blocked' },
      body: ['<html>', '<title>Blocked</title>', '</html>'],
    });
  });

  test('a cut or broken body says so', async () => {
    const cut = { ...answer(400, '{"a":"b'), truncated: true, notUtf8: true };
    const given = client([cut, heldAsSent]);
    await given.useCases.sendUpdate(place);
    expect(JSON.parse(given.presenter.documents[0]?.text ?? '')).toMatchObject({
      note: "The body is too long. Only its beginning is shown. The body isn't valid UTF-8. Bad bytes are shown as \uFFFD.",
      body: '{"a":"b',
    });
  });

  test.each(['timed-out', 'cancelled', 'connection-lost', 'unknown'] as const)(
    'after %s the connection is read back, and one message shows both',
    async (code) => {
      const given = client([failure(code), heldAsSent]);
      expect(await given.useCases.sendUpdate(place)).toMatchObject({
        kind: 'unanswered',
        failure: { code },
        cloud: { kind: 'applied' },
      });
      expect(given.presenter.messages).toHaveLength(1);
      expect(given.presenter.messages[0]?.text).toContain(
        "The connection has every value that was sent. These can't be read back: psk.",
      );
    },
  );

  test('reading back is signed again, short, and cancelled by its own signal only', async () => {
    const given = client([
      (_request, { cancel }) => {
        given.progress.runs.at(-1)?.source.cancel();
        return Promise.resolve(cancel.isCancelled() ? failure('cancelled') : accepted);
      },
      (_request, { cancel }) =>
        Promise.resolve(cancel.isCancelled() ? failure('cancelled') : heldAsSent),
    ]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({
      failure: { code: 'cancelled' },
      cloud: { kind: 'applied' },
    });
    expect(given.presenter.messages[0]?.severity).toBe('warning');
    const [put, get] = given.transport.sent;
    expect(get?.request.body).toBeUndefined();
    expect(get?.request.url).toBe(put?.request.url);
    expect(get?.request.headers['Authorization']).not.toBe(put?.request.headers['Authorization']);
    expect(get?.limits.timeoutMs).toBe(10_000);
    expect(given.progress.runs.at(-1)?.title).toBe('Checking the current state');
  });

  test.each([
    ['nothing of it', { name: 'old', peer_subnets: [], ikepolicy: {} }, 'not-applied'],
    ['what it had before', { name: 'site-a', ikepolicy: { dh_group: 'group14' } }, 'not-applied'],
    ['a part of it', { name: 'site-a', ikepolicy: { dh_group: 'group20' } }, 'partly'],
  ])('the connection may have %s', async (_what, held, kind) => {
    const given = client([
      failure('timed-out'),
      answer(200, { vpn_connection: { id: connectionId, ...held } }),
    ]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({ cloud: { kind } });
  });

  const silent: readonly (readonly [string, Step, string])[] = [
    ['a time-out', failure('timed-out'), 'did not answer within 10 seconds'],
    ['a refusal', answer(403, {}), 'the response was 403 Forbidden'],
    ['a page', answer(200, '<html>'), "the response didn't come from the VPN API"],
    ['a list', answer(200, '[]'), "the response didn't come from the VPN API"],
    ['a cut body', { ...answer(200, '{}'), truncated: true }, "didn't come from the VPN API"],
  ];

  test.each(silent)('and reading back ends in %s', async (_what, step, words) => {
    const given = client([failure('connection-lost'), step]);
    const outcome = await given.useCases.sendUpdate(place);
    expect(outcome).toMatchObject({ cloud: { kind: 'could-not-ask' } });
    expect(given.presenter.messages[0]?.text).toContain(words);
    expect(given.presenter.messages[0]?.text).toContain('Check it in the console');
    expect(given.transport.sent).toHaveLength(2);
  });

  test('nothing is read back after a request that never left', async () => {
    const given = client([failure('connection-refused', 'no')]);
    expect(await given.useCases.sendUpdate(place)).toMatchObject({
      kind: 'unanswered',
      cloud: { kind: 'not-sent' },
    });
    expect(given.presenter.messages[0]).toEqual({
      severity: 'error',
      text: 'vpn.eu-west-101.myhuaweicloud.com refuses connections. Nothing was sent, so the connection is unchanged. Check address and port of the target, and the firewall.',
      actions: [{ kind: 'select-target' }],
    });
  });
});

describe('no secret is ever visible', () => {
  const signature = /Signature=[0-9a-f]{64}/;

  test.each([
    ['echoed by an error', answer(400, { error_msg: `bad psk ${preSharedKey}` })],
    [
      'echoed in a body',
      answer(200, { vpn_connection: { psk: preSharedKey, note: preSharedKey } }),
    ],
    [
      'echoed by a page',
      answer(502, `<html>${preSharedKey} MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc`),
    ],
    ['another psk in a body', answer(200, { vpn_connection: { psk: preSharedKey.slice(2) } })],
  ])('when it is %s', async (_what, step) => {
    const given = client([step, heldAsSent]);
    await given.useCases.sendUpdate(place);
    const shown = visible(given);
    expect(shown).not.toContain(JSON.stringify(preSharedKey.slice(2)).slice(1, -1));
    expect(shown).not.toContain('MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc');
    expect(shown).not.toMatch(signature);
    expect(shown).toContain('••••••');
  });

  test('when it stands in the file in clear text', async () => {
    const update: PreparedUpdate = {
      ...exampleUpdate,
      body: { vpn_connection: { psk: 'Clear-Text-42' } },
      secrets: [],
    };
    const error_msg = 'The psk "Clear-Text-42" is invalid';
    const echo = answer(400, { error_code: 'VPN.0001', error_msg });
    const given = client([echo], { prepared: { kind: 'ready', update } });
    await given.useCases.sendUpdate(place);
    expect(given.transport.sent[0]?.request.body).toContain('Clear-Text-42');
    expect(visible(given)).not.toContain('Clear-Text-42');
  });
});

test('the clock of the document name is the one of the ports', () => {
  expect(new Date(now).toISOString()).toBe('2026-11-23T14:31:05.250Z');
});
