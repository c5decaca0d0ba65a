// The channels that the client library gets: what it may make of a setting of `verbose`.
import { describe, expect, test, vi } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { fakeLog } from '../../support/client/fakeLog';

vi.mock('vscode', () => ({ LogLevel: { Off: 0, Trace: 1 } }));
const { clientChannel, traceChannel } = await import('../../../client/src/vscode/server/channels');

const secret = 'Correct-Horse/42';
const dump = `Sending notification 'textDocument/didOpen'.\nParams: {"text": "psk: ${secret}"}`;
const methods = [
  'trace',
  'debug',
  'info',
  'warn',
  'error',
  'append',
  'appendLine',
  'replace',
] as const;

/** The channel of the extension: everything that is written to it directly counts as a leak. */
function channel(): { readonly channel: LogOutputChannel; readonly written: string[] } {
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  const all = Object.fromEntries([...methods].map((method) => [method, write]));
  return {
    written,
    channel: { name: 'VPN Connection', logLevel: 3, ...all } as unknown as LogOutputChannel,
  };
}

function tracing(isOn: boolean) {
  const listeners: (() => void)[] = [];
  const state = { isOn };
  const log = fakeLog();
  const { channel: output, written } = channel();
  const trace = traceChannel(output, log, {
    isOn: () => state.isOn,
    onDidChange: (listener) => {
      listeners.push(() => void listener(undefined));
      return Object.create({ dispose: () => undefined });
    },
  });
  return { trace, log, written, state, fire: () => listeners.forEach((listener) => listener()) };
}

describe('the trace channel', () => {
  test.each(methods)('lets no parameters through %s', (method) => {
    const { trace, log, written } = tracing(true);
    trace[method](dump);
    trace[method](`{"isLSPMessage":true,"message":{"text":"${secret}"}}`);
    expect(log.lines).toEqual(["info Sending notification 'textDocument/didOpen'."]);
    expect(written).toEqual([]);
  });

  test('writes nothing while it is off', () => {
    const { trace, log } = tracing(false);
    trace.trace(dump);
    expect(log.lines).toEqual([]);
  });

  test('has the level that makes the library trace while it is on, and tells when that changes', () => {
    const { trace, state, fire } = tracing(false);
    const levels: number[] = [];
    trace.onDidChangeLogLevel((level) => levels.push(level));
    expect(trace.logLevel).toBe(0);
    state.isOn = true;
    fire();
    expect(trace.logLevel).toBe(1);
    expect(levels).toEqual([1]);
  });

  test('drops errors as objects', () => {
    const { trace, log } = tracing(true);
    trace.error(new Error(secret));
    expect(log.lines).toEqual([]);
  });
});

describe('the client channel', () => {
  test.each(methods)('lets no text of an error through %s', (method) => {
    const log = fakeLog();
    const { channel: output, written } = channel();
    clientChannel(output, log)[method](`Request failed.\n  Message: psk: ${secret}\n  Code: -1`);
    expect(log.lines).toHaveLength(1);
    expect(log.lines.join()).not.toContain(secret);
    expect(log.lines[0]).toContain('Request failed.\n  Code: -1');
    expect(written).toEqual([]);
  });

  test('keeps of an error object its kind', () => {
    const log = fakeLog();
    clientChannel(channel().channel, log).error(new RangeError(secret));
    expect(log.lines).toEqual(['error RangeError']);
  });
});
