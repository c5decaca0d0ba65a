// The log port on the editor's log channel, which adds time and level by itself.
import type { LogOutputChannel } from 'vscode';
import type { Log } from '../../core/ports/ports';

/** Name of the channel in the output view. */
export const channelName = 'VPN Connection';

/** Writes to the channel. Put it behind the redactor before anyone uses it. */
export function channelLog(channel: LogOutputChannel): Log {
  return {
    debug: (text) => channel.debug(text),
    info: (text) => channel.info(text),
    warn: (text) => channel.warn(text),
    error: (text) => channel.error(text),
  };
}
