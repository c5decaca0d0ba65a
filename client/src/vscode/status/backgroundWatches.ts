// What goes on in the background, as one item of the status bar that is busy while it lasts, and as a
// notification that can be left and found again.
import {
  CancellationTokenSource,
  commands,
  ProgressLocation,
  StatusBarAlignment,
  window,
  type Disposable,
  type StatusBarItem,
} from 'vscode';
import type { Background, BackgroundWork } from '../../core/lastingPorts';
import type { Log } from '../../core/ports';
import { commandIds } from '../commandIds';
import { cancelSignal } from '../ports/progress';

/** One piece of work, and who is looking at it. */
interface Running {
  readonly work: BackgroundWork;
  readonly source: CancellationTokenSource;
  text: string;
  /** Present while its notification is shown. */
  notify: ((text: string) => void) | undefined;
  readonly ended: Promise<void>;
}

/** Runs background work until it ends, the user stops it, or the window closes. */
export class BackgroundWatches implements Background, Disposable {
  readonly #log: Log;
  readonly #running = new Set<Running>();
  #item: StatusBarItem | undefined;

  constructor(log: Log) {
    this.#log = log;
  }

  start(work: BackgroundWork): void {
    const source = new CancellationTokenSource();
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const running: Running = { work, source, text: '', notify: undefined, ended };
    this.#running.add(running);
    this.#show();
    const report = (text: string): void => {
      running.text = text;
      running.notify?.(text);
      this.#show();
    };
    work
      .run({ report, stop: cancelSignal(source.token) })
      .catch((error: unknown) => {
        const name = error instanceof Error ? `${error.name} ${error.stack ?? ''}` : 'unknown';
        this.#log.error(`Work in the background failed: ${name}`);
      })
      .finally(() => {
        this.#running.delete(running);
        source.dispose();
        end();
        this.#show();
      });
    if (work.kind === 'watch') this.#notify(running);
  }

  /** The list behind the status item: look at one again, or stop it. */
  async choose(): Promise<void> {
    const items = [...this.#running].flatMap((running) => [
      {
        label: `$(eye) Show ${running.work.title}`,
        description: running.text,
        running,
        stop: false,
      },
      { label: `$(debug-stop) Stop watching ${running.work.title}`, running, stop: true },
    ]);
    const chosen = await window.showQuickPick(items, { title: 'Updates in progress' });
    if (chosen === undefined) return;
    if (chosen.stop) chosen.running.source.cancel();
    else this.#notify(chosen.running);
  }

  /** Ends everything; what was watched is found in the journal at the next start. */
  async end(): Promise<void> {
    const all = [...this.#running];
    for (const { source } of all) source.cancel();
    await Promise.all(all.map(({ ended }) => ended));
  }

  dispose(): void {
    for (const { source } of this.#running) source.cancel();
    this.#item?.dispose();
  }

  /** Cancelling the notification leaves the work alone: it goes on in the status bar. */
  #notify(running: Running): void {
    if (running.notify !== undefined) return;
    const location = ProgressLocation.Notification;
    const title = `Watching ${running.work.title} (Cancel goes on in the background)`;
    void window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
      running.notify = (message) => progress.report({ message });
      running.notify(running.text);
      const left = new Promise<void>((resolve) => {
        token.onCancellationRequested(() => resolve());
      });
      await Promise.race([left, running.ended]);
      running.notify = undefined;
    });
  }

  #show(): void {
    void commands.executeCommand('setContext', 'vpnconn.inBackground', this.#running.size > 0);
    const [first, ...more] = this.#running;
    if (first === undefined) {
      this.#item?.hide();
      return;
    }
    this.#item ??= window.createStatusBarItem('vpnconn.background', StatusBarAlignment.Left, 10);
    const rest = more.length === 0 ? '' : ` (+${more.length})`;
    const text = `${first.work.title}: ${first.text === '' ? 'waiting' : first.text}${rest}`;
    this.#item.name = 'VPN Connection: Updates in Progress';
    this.#item.text = `$(sync~spin) ${text}`;
    this.#item.tooltip = 'Show updates in progress';
    this.#item.command = commandIds.showBackground;
    this.#item.accessibilityInformation = { label: `VPN update in progress: ${text}` };
    this.#item.show();
  }
}
