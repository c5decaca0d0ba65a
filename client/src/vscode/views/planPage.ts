// The page of a plan: one web view beside the file. It follows the document, and its buttons are the same
// commands as anywhere else, about the update that the page shows.
import { randomBytes } from 'node:crypto';
import {
  commands,
  Disposable,
  ViewColumn,
  window,
  workspace,
  type TextDocument,
  type TextDocumentChangeEvent,
  type WebviewPanel,
} from 'vscode';
import type { DocumentPlace, SeenPlace } from '../../core/model/documentPlace';
import { literalText, visibleText } from '../../core/model/visibleText';
import type { PlanSection, PlanUpdate, PresentedDiff, PresentedPlan } from '../../core/ports/ports';
import { commandIds } from '../commandIds';
import { planViewType } from '../ports/documentSchemes';
import { movedPosition } from './movedPosition';
import { pageShell, planContent, restoredContent } from './planPageHtml';

/** What the page needs of the rest. */
export interface PlanPagePorts {
  /** Compares the document of a section again. */
  follow(place: SeenPlace): void;
  showDiff(diff: PresentedDiff): Promise<void>;
}

/** After the last edit, in milliseconds. */
const pause = 300;

/** At most one page in a window. */
export class PlanPage implements Disposable {
  readonly #ports: PlanPagePorts;
  readonly #subscriptions: Disposable;
  #panel: WebviewPanel | undefined;
  #sections: readonly Shown[] = [];
  /** The update of a page that an earlier window has shown. */
  #restored: DocumentPlace | undefined;
  /** Files that have been edited since they were compared. */
  readonly #edited = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(ports: PlanPagePorts) {
    this.#ports = ports;
    this.#subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument((event) => this.#onEdit(event)),
      workspace.onDidCloseTextDocument((document) => this.#onClose(document)),
      window.registerWebviewPanelSerializer(planViewType, {
        deserializeWebviewPanel: (panel, state: unknown) => {
          this.#restore(panel, state);
          return Promise.resolve();
        },
      }),
    );
  }

  /** Opens the page, or fills the one that is open; the focus stays where it is. */
  show({ title, sections }: PresentedPlan): void {
    this.#restored = undefined;
    this.#sections = sections.map((section) => ({ section, place: section.source }));
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    // Whoever comes back from the diff finds the focus where it was.
    const options = { retainContextWhenHidden: true, enableFindWidget: true };
    if (this.#panel === undefined)
      this.#adopt(window.createWebviewPanel(planViewType, '', place, options));
    else this.#panel.reveal(undefined, true);
    if (this.#panel !== undefined) this.#panel.title = literalText(title);
    this.#post();
  }

  /** Brings a section up to date, if the page has it. */
  update(update: PlanUpdate): void {
    const connectionId =
      update.kind === 'compared' ? update.section.source.seen.connectionId : update.connectionId;
    this.#change(
      ({ section }) => section.source.seen.connectionId === connectionId,
      (shown) => updated(shown, update),
    );
  }

  /** What was read may be of another target now. */
  recheck(): void {
    for (const { place } of this.#sections) this.#ports.follow(place);
  }

  /** The update that commands are about while the page is the active editor, if it shows one only. */
  activeSource(): SeenPlace | undefined {
    const [only, ...more] = this.#panel?.active === true ? this.#sections : [];
    return more.length === 0 ? only?.place : undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel = panel;
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.webview.onDidReceiveMessage((message: unknown) => this.#onMessage(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#sections = [];
      this.#restored = undefined;
    });
    panel.webview.html = pageShell(randomBytes(16).toString('hex'));
  }

  /** Nothing is read until the user wants it: a window that opens sends nothing by itself. */
  #restore(panel: WebviewPanel, state: unknown): void {
    if (this.#panel !== undefined || !isPlace(state)) {
      panel.dispose();
      return;
    }
    this.#restored = { uri: state.uri, position: state.position };
    this.#adopt(panel);
  }

  #post(): void {
    const [first] = this.#sections;
    const place = first?.place ?? this.#restored;
    void this.#panel?.webview.postMessage({
      content: first === undefined ? restoredContent() : planContent(this.#sections),
      status: visibleText(this.#sections.map(statusOf).join(' ')),
      state: place && { uri: place.uri, position: place.position },
    });
  }

  #change(isMeant: (shown: Shown) => boolean, change: (shown: Shown) => Shown): void {
    const before = this.#sections;
    this.#sections = before.map((shown) => (isMeant(shown) ? change(shown) : shown));
    if (this.#sections.some((shown, index) => shown !== before[index])) this.#post();
  }

  #onEdit({ document, contentChanges }: TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    const isMeant = ({ place }: Shown): boolean => place.uri === uri;
    if (contentChanges.length === 0 || !this.#sections.some(isMeant)) return;
    this.#sections = this.#sections.map((shown) =>
      isMeant(shown)
        ? {
            ...shown,
            place: {
              ...shown.place,
              position: movedPosition(shown.place.position, contentChanges),
            },
          }
        : shown,
    );
    this.#edited.add(uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#followEdited(), pause);
  }

  #followEdited(): void {
    const edited = this.#sections.filter(({ place }) => this.#edited.has(place.uri));
    this.#edited.clear();
    for (const { place } of edited) this.#ports.follow(place);
  }

  #onClose({ uri }: TextDocument): void {
    this.#change(
      ({ place }) => place.uri === uri.toString(),
      (shown) => ({
        ...shown,
        notice: 'The file is closed. Refresh to open it and compare again.',
      }),
    );
  }

  #onMessage(message: unknown): void {
    if (typeof message !== 'object' || message === null || !('command' in message)) return;
    const index = 'section' in message ? Number(message.section) : 0;
    const shown = this.#sections[index];
    if (message.command === 'ready') this.#post();
    else if (shown !== undefined) this.#run(String(message.command), shown);
    else if (this.#restored !== undefined) {
      const { uri, position } = this.#restored;
      void commands.executeCommand(commandIds.previewChanges, uri, position);
    }
  }

  /** The version and the connection that the page shows: the command is refused when they aren't right. */
  #run(command: string, { section, place }: Shown): void {
    if (command === 'diff') void this.#ports.showDiff(section.diff);
    const id = commandsOfButtons.get(command);
    if (id !== undefined)
      void commands.executeCommand(id, place.uri, place.position, section.source.seen);
  }
}

/** A section, and where its document is now. */
interface Shown {
  readonly section: PlanSection;
  readonly place: SeenPlace;
  readonly notice?: string;
}

const commandsOfButtons: ReadonlyMap<string, string> = new Map([
  ['apply', commandIds.applyUpdate],
  ['rollback', commandIds.applyWithRollback],
  ['copy', commandIds.copyPlan],
  ['refresh', commandIds.previewChanges],
]);

/** A comparison of an older version comes late: a newer one is on its way. */
function updated(shown: Shown, update: PlanUpdate): Shown {
  if (update.kind === 'outdated') return { ...shown, notice: update.notice };
  const { section } = update;
  const { uri, seen } = section.source;
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
  return document?.version === seen.version ? { section, place: section.source } : shown;
}

/** For screen readers, which don't see what changes. */
function statusOf({ section, notice }: Shown): string {
  return notice === undefined ? `Updated. ${section.summary}` : `Out of date. ${notice}`;
}

function isPlace(value: unknown): value is DocumentPlace {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'uri' in value &&
    typeof value.uri === 'string' &&
    'position' in value &&
    typeof value.position === 'object'
  );
}
