// Records of pending rollbacks that can't be read for a while. They are read again for ever, but the user
// has to know that nothing is rolled back meanwhile.
import type { Unreadable } from '../ports/records';
import { once } from '../ports/report';
import type { Context } from '../redaction/context';

/** A virus scanner or a backup is gone by then. */
const passingMs = 30_000;

/** Notes how reading went. Says once in a window that it fails for longer. */
export function noteReading(
  { clock, memory, presenter }: Context,
  id: string,
  read: Unreadable | { readonly kind: string; readonly detail?: undefined },
): void {
  if (read.detail === undefined) {
    memory.unreadable.delete(id);
    return;
  }
  const now = clock.elapsed();
  const since = memory.unreadable.get(id) ?? now;
  memory.unreadable.set(id, since);
  if (now - since >= passingMs) {
    once(memory.told, `unreadable ${read.detail}`, () =>
      presenter.showMessage({
        severity: 'error',
        text: `A pending rollback can't be read (${read.detail}), so nothing is rolled back until it can. Check access to the storage of VS Code, or update the extension and reload the window. It then continues automatically.`,
        actions: [{ kind: 'show-log' }],
      }),
    );
  }
}
