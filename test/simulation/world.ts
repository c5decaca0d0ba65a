// Everything that one history happens in.
import { Cloud } from './cloud';
import { Disk } from './disk';
import { EditorWindow } from './editorWindow';
import { History } from './history';
import type { UpdateFile } from './languageService';
import { Ledger } from './ledger';
import { epoch, Machine } from './machine';
import { Network } from './network';
import { createRandom, derivedSeed } from './random';
import type { Milestone, Script } from './script';
import { SendingRules } from './sendingRules';
import { Timeline, type Owner } from './timeline';
import { secretMark } from './values';

/** Slots for editor windows. */
export const maxWindows = 4;

/** One world, from its beginning to its end. */
export class World {
  readonly timeline: Timeline;
  readonly history: History;
  readonly cloud: Cloud;
  readonly machine: Machine;
  readonly ledger: Ledger;
  readonly rules: SendingRules;
  readonly disk: Disk;
  readonly network: Network;
  /** The windows that were opened last, by slot. */
  readonly windows: (EditorWindow | undefined)[] = Array.from({ length: maxWindows });
  /** Called when a milestone is reached. */
  onMilestone: (milestone: Milestone) => void = () => undefined;
  readonly #files = new Map<string, UpdateFile>();
  /** Whether running time goes on while the machine sleeps. */
  runsInSleep = false;
  #opened = 0;

  constructor({ seed, setup }: Script, isRecorded: boolean) {
    const now = (): number => this.timeline.now;
    this.timeline = new Timeline(createRandom(derivedSeed(seed, 1)));
    this.history = new History(now, isRecorded);
    this.cloud = new Cloud(setup, createRandom(derivedSeed(seed, 2)), now, epoch);
    this.machine = new Machine(this.timeline, setup, this.cloud);
    this.ledger = new Ledger(this.cloud);
    const { timeline, history, cloud, machine, ledger } = this;
    const parts = { timeline, history, cloud, machine, ledger };
    this.rules = new SendingRules({
      ...parts,
      disk: () => this.disk,
      isTrusted: (owner) => this.windows.some((window) => window === owner && window.isTrusted),
      reached: (milestone) => this.onMilestone(milestone),
    });
    const { diskMs, hasLinks, networkMs } = setup;
    // With exchanges that take so long, some time out; without a disk, a rollback waits a while.
    if (networkMs > 1000 || setup.readOnlyFrom !== undefined) this.rules.disturbed();
    this.disk = new Disk({
      ...{ timeline, history, diskMs, hasLinks },
      onWritten: (folder, name, text, owner) => {
        this.reveal(owner, `record ${folder}/${name}`, text);
        this.rules.written(folder, name, text, owner);
      },
    });
    const { hosts } = machine;
    const traffic = { sent: this.rules.sent.bind(this.rules) };
    this.network = new Network({ timeline, history, cloud, networkMs, epoch, traffic, hosts });
  }

  /** Opens a window in a slot that is free. */
  open(slot: number, isTrusted: boolean): void {
    if (this.windows[slot]?.isGone === false) return;
    this.#opened += 1;
    const window = new EditorWindow(this, `w${slot}.${this.#opened}`, isTrusted);
    this.windows[slot] = window;
    this.history.note(window.label, () => `opens, ${isTrusted ? 'trusted' : 'not trusted'}`);
    window.open();
  }

  /** The windows that are open. */
  get openWindows(): readonly EditorWindow[] {
    return this.windows.filter(
      (window) => window !== undefined && !window.isGone,
    ) as EditorWindow[];
  }

  /** Makes an update file known to the language server. */
  addFile(file: UpdateFile): void {
    this.#files.set(file.uri, file);
  }

  readonly fileAt = (uri: string): UpdateFile => this.#files.get(uri)!;

  /** A text that people, files or other processes can see: it must not contain a secret. */
  reveal(owner: Owner, sink: string, text: string): void {
    if (!text.includes(secretMark)) return;
    const at = text.indexOf(secretMark);
    const around = text.slice(Math.max(0, at - 40), at + 40);
    this.history.violate('secret', `${sink} of ${owner.label}: …${around}…`);
  }
}
