// What goes on in the background, as one item of the status bar that is busy while it lasts.
import { CancellationTokenSource, commands, EventEmitter, window, type Disposable } from 'vscode';
import { literalText } from '../../core/model/visibleText';
import type { Background, BackgroundWork } from '../../core/ports/lastingPorts';
import type { Log } from '../../core/ports/ports';
import { cancelSignal } from '../ports/progress';
import { BackgroundItem } from './backgroundItem';

/** One piece of work, for a list. */
export interface WorkInProgress {
  readonly work: BackgroundWork;
  /** The last report. */
  readonly text: string;
}

/** One piece of work. */
interface Running extends WorkInProgress {
  readonly source: CancellationTokenSource;
  text: string;
  readonly ended: Promise<void>;
}

/** One line of the list behind the status item. */
interface ChoiceItem {
  readonly label: string;
  readonly description?: string;
  choose(): unknown;
}

/** Runs background work until it ends, the user stops it, or the window closes. */
export class BackgroundWatches implements Background, Disposable {
  readonly #log: Log;
  readonly #running = new Set<Running>();
  readonly #changed = new EventEmitter<WorkInProgress | undefined>();
  /** One piece of work has news; without one, the list is another. */
  readonly onDidChange = this.#changed.event;
  readonly #watches = new BackgroundItem({
    id: 'vpnconn.background',
    name: 'VPN Connection: Updates in Progress',
    icon: '$(sync~spin)',
    spoken: 'VPN update in progress',
  });
  /** In the colour of warnings: doing nothing has a consequence here. */
  readonly #countdowns = new BackgroundItem({
    id: 'vpnconn.pendingRollback',
    name: 'VPN Connection: Pending Rollback',
    icon: '$(history)',
    spoken: 'VPN update awaiting confirmation',
    color: 'statusBarItem.warningBackground',
  });

  constructor(log: Log) {
    this.#log = log;
  }

  start(work: BackgroundWork): void {
    const source = new CancellationTokenSource();
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const running: Running = { work, source, text: '', ended };
    this.#running.add(running);
    this.#tellMenus();
    this.#show();
    const report = (text: string): void => {
      if (running.text === text) return;
      running.text = text;
      this.#show();
      this.#changed.fire(running);
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
        this.#tellMenus();
        this.#show();
      });
  }

  /** What waits for a decision comes first. */
  list(): readonly WorkInProgress[] {
    const all = [...this.#running];
    const waits = ({ work }: Running): boolean => work.kind === 'countdown';
    return [...all.filter(waits), ...all.filter((each) => !waits(each))];
  }

  /** Ends the tracking of an update; a countdown is decided about, not stopped. */
  stop(value: unknown): void {
    for (const running of this.#running) {
      if (running === value && running.work.kind === 'watch') running.source.cancel();
    }
  }

  /** The list behind the status item: decide, or stop watching. */
  async choose(): Promise<void> {
    const items = [...this.#running].flatMap((running) => this.#choicesOf(running));
    const chosen = await window.showQuickPick(items, { title: 'Updates in progress' });
    await chosen?.choose();
  }

  /** A countdown waits for a decision; a watch can be stopped. */
  #choicesOf(running: Running): readonly ChoiceItem[] {
    const { work, text, source } = running;
    if (work.decisions !== undefined) {
      return work.decisions.map((decision) => ({
        label: literalText(decision.label),
        description: literalText(text),
        choose: () => decision.decide(),
      }));
    }
    return [
      {
        label: `$(debug-stop) Stop tracking ${literalText(work.title)}`,
        description: literalText(text),
        choose: () => source.cancel(),
      },
    ];
  }

  /** Ends everything; what was watched is found in the journal at the next start. */
  async end(): Promise<void> {
    const all = [...this.#running];
    for (const { source } of all) source.cancel();
    await Promise.all(all.map(({ ended }) => ended));
  }

  dispose(): void {
    for (const { source } of this.#running) source.cancel();
    this.#watches.dispose();
    this.#countdowns.dispose();
    this.#changed.dispose();
  }

  #show(): void {
    const all = [...this.#running];
    const of = (kind: BackgroundWork['kind']): readonly Running[] =>
      all.filter(({ work }) => work.kind === kind);
    this.#watches.show(of('watch'));
    this.#countdowns.show(of('countdown'));
  }

  /** For the menus; what is running, and not what it says, decides. */
  #tellMenus(): void {
    const kinds = [...this.#running].map(({ work }) => work.kind);
    setContext('vpnconn.inBackground', kinds.length > 0);
    setContext('vpnconn.rollbackPending', kinds.includes('countdown'));
    this.#changed.fire(undefined);
  }
}

function setContext(key: string, value: unknown): void {
  void commands.executeCommand('setContext', key, value);
}
