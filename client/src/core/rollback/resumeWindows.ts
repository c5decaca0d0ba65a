// Confirmation windows that were open when a window of the editor closed, reloaded or crashed.
import type { Context } from '../redaction/context';
import { untrusted } from '../model/untrusted';
import type { ArmedWindow } from '../journal/armedWindow';
import { followWindow } from './followWindow';
import { deleteWindow, listWindows } from '../journal/windowRecords';
import { tellWaiting } from './windowText';

/** Goes on counting down. What is past its end goes back at once: that is what the user has confirmed. */
export async function resumeWindows(context: Context): Promise<void> {
  for (const window of await listWindows(context)) {
    if (window.state.kind === 'kept' || isGone(context, window)) {
      await deleteWindow(context, window.id);
    } else if (context.trust.isTrusted()) {
      followWindow(context, window);
    } else {
      tellWaiting(context, window, untrusted());
    }
  }
}

/** The sandbox of an earlier window is gone, and with it the connection. */
function isGone({ sandbox }: Context, { connection }: ArmedWindow): boolean {
  return connection.target.kind === 'sandbox' && sandbox.running() === undefined;
}
