// The two channels that the client library writes to. Both end in the one log of the extension, and
// neither lets the contents of a message through.
import { LogLevel, type Event, type LogOutputChannel } from 'vscode';
import type { Log } from '../../core/ports/ports';
import { clientMessage } from './serverOutput';
import { traceLine } from './traceLine';

/** Whether protocol messages are traced, and word when that changes. */
export interface TraceSwitch {
  isOn(): boolean;
  readonly onDidChange: Event<void>;
}

/** Where the library reports its own problems. */
export function clientChannel(channel: LogOutputChannel, log: Log): LogOutputChannel {
  const write = (at: (text: string) => void) => (text: string | Error) =>
    at(clientMessage(typeof text === 'string' ? text : text.name));
  return {
    ...facade(
      channel,
      write((text) => log.info(text)),
    ),
    logLevel: channel.logLevel,
    onDidChangeLogLevel: channel.onDidChangeLogLevel,
    trace: write((text) => log.debug(text)),
    debug: write((text) => log.debug(text)),
    info: write((text) => log.info(text)),
    warn: write((text) => log.warn(text)),
    error: write((text) => log.error(text)),
  };
}

/**
 * Where the library traces messages. It traces when the channel says that its level is `Trace`, and
 * takes a setting of `verbose` at its word; so the level follows our switch, and of each text only
 * the name of the message goes on.
 */
export function traceChannel(
  channel: LogOutputChannel,
  log: Log,
  trace: TraceSwitch,
): LogOutputChannel {
  const level = (): LogLevel => (trace.isOn() ? LogLevel.Trace : LogLevel.Off);
  const write = (text: string | Error): void => {
    const line = typeof text === 'string' && trace.isOn() ? traceLine(text) : undefined;
    if (line !== undefined) log.info(line);
  };
  return {
    ...facade(channel, write),
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: (listener, thisArgs, disposables) =>
      trace.onDidChange(() => listener.call(thisArgs, level()) as unknown, undefined, disposables),
    trace: write,
    debug: write,
    info: write,
    warn: write,
    error: write,
  };
}

/** The parts that both have in common. The library does not own the channel, so it cannot close it. */
function facade(
  channel: LogOutputChannel,
  write: (text: string) => void,
): Pick<
  LogOutputChannel,
  'name' | 'append' | 'appendLine' | 'replace' | 'clear' | 'show' | 'hide' | 'dispose'
> {
  const show = { show: (): void => channel.show(true) };
  return {
    name: channel.name,
    append: write,
    appendLine: write,
    replace: write,
    clear: () => undefined,
    ...show,
    hide: () => channel.hide(),
    dispose: () => undefined,
  };
}
