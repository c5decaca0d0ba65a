// History: the journal, newest first. It reads nothing before it is seen.
import {
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  window,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { entryLine, timeAgo, type EntryLine } from '../../core/journal/entryText';
import { isOpen, responseOf, type JournalEntry } from '../../core/journal/journalEntry';
import { literalText } from '../../core/model/visibleText';
import { windowZone } from '../ports/windowZone';
import { commandIds } from '../commandIds';

/** Identifier of the view in the manifest. */
export const journalViewId = 'vpnconn.journal';

/** Shows entries; `refresh` reads them again. */
export class JournalView implements TreeDataProvider<JournalEntry>, Disposable {
  readonly #read: () => Promise<readonly JournalEntry[]>;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<JournalEntry>;
  /** Brings how long ago things were up to date. */
  #aging: ReturnType<typeof setInterval> | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(read: () => Promise<readonly JournalEntry[]>) {
    this.#read = read;
    this.#view = window.createTreeView(journalViewId, { treeDataProvider: this });
    // Other windows write, too: what is seen anew is read anew.
    this.#view.onDidChangeVisibility(({ visible }) => {
      if (visible) this.refresh();
      this.#age(visible ? 'visible' : 'hidden');
    });
    this.#age(this.#view.visible ? 'visible' : 'hidden');
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(parent?: JournalEntry): Promise<JournalEntry[]> {
    return parent === undefined ? [...(await this.#read())] : [];
  }

  getTreeItem(entry: JournalEntry): TreeItem {
    const line = entryLine({ zone: windowZone }, entry);
    const item = new TreeItem(literalText(line.title));
    item.id = entry.id;
    item.description = literalText(
      `${line.state} · ${line.fieldCount} · ${timeAgo(Date.now(), entry.startedAt)}`,
    );
    item.tooltip = [line.state, `${line.time}, ${entry.who}`, entry.connection.label, line.fields]
      .map(literalText)
      .join('\n');
    item.iconPath = iconOf(line);
    item.contextValue = [
      'entry',
      ...(entry.before === undefined ? [] : ['restorable']),
      ...(isOpen(entry) ? ['open'] : []),
      // An untitled document is gone once it's closed.
      ...(entry.file === undefined || entry.file.startsWith('untitled:') ? [] : ['saved']),
      ...(responseOf(entry)?.requestId === undefined ? [] : ['answered']),
    ].join('-');
    item.accessibilityInformation = {
      label: literalText(
        `Update of ${line.title}, ${line.state}, ${line.time}, on ${entry.connection.label}, sent ${line.fields}`,
      ),
    };
    item.command = {
      title: 'Show Details',
      command: commandIds.showJournalEntry,
      arguments: [entry.id],
    };
    return item;
  }

  dispose(): void {
    this.#age('hidden');
    this.#view.dispose();
    this.#changed.dispose();
  }

  #age(state: 'visible' | 'hidden'): void {
    clearInterval(this.#aging);
    this.#aging = state === 'visible' ? setInterval(() => this.refresh(), 60_000) : undefined;
  }
}

function iconOf({ tone }: EntryLine): ThemeIcon {
  switch (tone) {
    case 'good':
      return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
    case 'bad':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    case 'careful':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    case 'open':
      return new ThemeIcon('question');
  }
}
