// The log port on the editor's log channel, which adds time and level by itself.
import type { LogOutputChannel } from 'vscode';
import { visibleText } from '../../core/model/visibleText';
import type { Log } from '../../core/ports/ports';

/** Name of the channel in the output view. */
export const channelName = 'VPN Connection';

/** Writes to the channel. Put it behind the redactor before anyone uses it. */
export function channelLog(channel: LogOutputChannel): Log {
  return {
    debug: (text) => channel.debug(entry(text)),
    info: (text) => channel.info(entry(text)),
    warn: (text) => channel.warn(entry(text)),
    error: (text) => channel.error(entry(text)),
  };
}

/** One line, which text from outside can't end to forge another; below it only frames of a stack. */
function entry(text: string): string {
  return text
    .split(/\n(?= {4}at )/)
    .map(visibleText)
    .join('\n');
}
