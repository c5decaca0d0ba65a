// The host answers for a server that is slow, dead or being replaced.
import { describe, expect, test } from 'vitest';
import { LanguageServerHost } from '../../../client/src/vscode/server/languageServerHost';
import type {
  ServerConnection,
  ServerEvents,
  ServerState,
} from '../../../client/src/vscode/server/languageClient';
import { fakeLog } from '../../support/client/fakeLog';

/** The connection answers with the name of the method. */
const method = 'vpnconn/documentPlaces';
const params = { textDocument: { uri: 'file:///a' } };
const never = new Promise<never>(() => undefined);

/** A connection that counts what happens to it. */
function fakeConnection(overrides: Partial<ServerConnection> = {}) {
  const calls: string[] = [];
  const connection: ServerConnection = {
    start: () => {
      calls.push('start');
      return Promise.resolve();
    },
    end: () => {
      calls.push('end');
      return Promise.resolve();
    },
    description: () => 'vpnconn 1.2.3',
    request: (method) => Promise.resolve(method as never),
    notify: (method) => calls.push(method),
    refreshCodeLenses: () => calls.push('refresh'),
    ...overrides,
  };
  return { calls, connection };
}

/** A host over the given connections, one for each start. */
function host(...connections: readonly ServerConnection[]) {
  const states: ServerState[] = [];
  const made: ServerEvents[] = [];
  const log = fakeLog();
  const seen = { gaveUp: 0, wanted: 0 };
  const connect = (events: ServerEvents) => {
    made.push(events);
    return Promise.resolve(connections[made.length - 1]!);
  };
  const events = {
    stateChanged: (state: ServerState) => void states.push(state),
    gaveUp: () => void (seen.gaveUp += 1),
    resourcesWanted: () => void (seen.wanted += 1),
  };
  const deadlines = { start: 50, answer: 50 };
  return { host: new LanguageServerHost(connect, events, log, deadlines), states, made, log, seen };
}

describe('the language server host', () => {
  test('tells that a server is starting and running', async () => {
    const { host: server, states, log } = host(fakeConnection().connection);
    await server.restart();
    expect(states).toEqual(['starting', 'running']);
    expect(log.lines).toEqual(['info The language server runs: vpnconn 1.2.3']);
    expect(await server.request(method, params)).toBe(method);
  });

  test('hands files over to the server that runs, and to none before', async () => {
    const sent: unknown[] = [];
    const { connection } = fakeConnection({
      request: (...request) => Promise.resolve(void sent.push(request) as never),
    });
    const { host: server } = host(connection);
    const files = { files: [], removed: ['file:///a'] };
    await expect(server.sendFiles(files)).rejects.toThrow('There is no language server.');
    await server.restart();
    await server.sendFiles(files);
    expect(sent).toEqual([['vpnconn/workspaceFiles', files]]);
  });

  test('ends the old server before it starts the new one', async () => {
    const order: string[] = [];
    const first = fakeConnection({
      end: () => {
        order.push('first ends');
        return Promise.resolve();
      },
    });
    const second = fakeConnection({
      start: () => {
        order.push('second starts');
        return Promise.resolve();
      },
    });
    const { host: server } = host(first.connection, second.connection);
    await server.restart();
    await server.restart();
    expect(order).toEqual(['first ends', 'second starts']);
  });

  test('does not listen to a server that has been replaced', async () => {
    const {
      host: server,
      states,
      made,
      seen,
    } = host(fakeConnection().connection, fakeConnection().connection);
    await server.restart();
    await server.restart();
    const before = states.length;
    made[0]!.stateChanged('failed');
    made[0]!.gaveUp();
    made[0]!.resourcesWanted([]);
    expect(states.length).toBe(before);
    expect(seen).toMatchObject({ gaveUp: 0, wanted: 0 });
    made[1]!.stateChanged('stopped');
    made[1]!.gaveUp();
    made[1]!.resourcesWanted([]);
    expect(server.state()).toBe('stopped');
    expect(seen).toMatchObject({ gaveUp: 1, wanted: 1 });
  });

  test('says failed for a server that does not start, without the text of the error', async () => {
    const connection = fakeConnection({
      start: () => Promise.reject(new TypeError('psk: Abcd1234')),
    });
    const { host: server, states, log } = host(connection.connection);
    await server.restart();
    expect(states).toEqual(['starting', 'failed']);
    expect(log.lines).toEqual(['error The language server did not start: TypeError']);
  });

  test('does not wait for ever for a server to start, and can start another one', async () => {
    const silent = fakeConnection({ start: () => never });
    const { host: server, states } = host(silent.connection, fakeConnection().connection);
    await server.restart();
    expect(states).toEqual(['starting', 'failed']);
    await server.restart();
    expect(silent.calls).toEqual(['end']);
    expect(server.state()).toBe('running');
  });

  test('is started by the first question, once', async () => {
    const first = fakeConnection();
    const { host: server, states } = host(first.connection);
    const asked = [1, 2].map(() => server.request(method, params));
    expect(await Promise.all(asked)).toEqual([method, method]);
    await server.ensureStarted();
    expect(first.calls).toEqual(['start']);
    expect(states).toEqual(['starting', 'running']);
  });

  test('is not started by a question after its end', async () => {
    const { host: server } = host();
    await server.end();
    expect(await server.request(method, params)).toEqual({
      kind: 'unavailable',
      detail: 'it is stopped',
    });
  });

  test('is unavailable when the server does not answer in time', async () => {
    const { host: server } = host(fakeConnection({ request: () => never }).connection);
    await server.restart();
    expect(await server.request(method, params)).toEqual({
      kind: 'unavailable',
      detail: 'no answer',
    });
  });

  test('is unavailable when the request fails, without the text of the error', async () => {
    const failing = fakeConnection({
      request: () => Promise.reject(new RangeError('psk: Abcd1234')),
    });
    const { host: server } = host(failing.connection);
    await server.restart();
    expect(await server.request(method, params)).toEqual({
      kind: 'unavailable',
      detail: 'RangeError',
    });
  });

  test('ends the server with the window', async () => {
    const only = fakeConnection();
    const { host: server, states } = host(only.connection);
    await server.restart();
    await server.end();
    expect(only.calls).toEqual(['start', 'end']);
    expect(states.at(-1)).toBe('stopped');
  });

  test('ends a server that is still starting, and does not start another one', async () => {
    let ended = false;
    const slow = fakeConnection({
      start: () => never,
      end: () => {
        ended = true;
        return Promise.resolve();
      },
    });
    const { host: server, made, states } = host(slow.connection, fakeConnection().connection);
    const starting = server.restart();
    const waiting = server.restart();
    await new Promise((resolve) => setImmediate(resolve));
    await server.end();
    expect(ended).toBe(true);
    await Promise.all([starting, waiting]);
    expect(made.length).toBe(1);
    expect(states.at(-1)).toBe('stopped');
  });

  test('ends a server that was being made when the window closed', async () => {
    const late = fakeConnection();
    let made: (connection: ServerConnection) => void = () => undefined;
    const server = new LanguageServerHost(
      () => new Promise((resolve) => (made = resolve)),
      { stateChanged: () => undefined, gaveUp: () => undefined, resourcesWanted: () => undefined },
      fakeLog(),
    );
    const starting = server.restart();
    await new Promise((resolve) => setImmediate(resolve));
    await server.end();
    made(late.connection);
    await starting;
    expect(late.calls).toEqual(['end']);
    expect(server.state()).toBe('stopped');
  });
});
