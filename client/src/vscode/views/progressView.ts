// Updates in Progress: what is tracked, and the countdowns of pending rollbacks, which come first.
import { ThemeColor, ThemeIcon, TreeItem, window, type Disposable } from 'vscode';
import type { TreeDataProvider, TreeView } from 'vscode';
import { literalText } from '../../core/model/visibleText';
import type { BackgroundWatches, WorkInProgress } from '../status/backgroundWatches';

/** Identifier of the view in the manifest. */
export const progressViewId = 'vpnconn.inProgress';

/** Shows the work of the window. Its badge, and so that of the container, counts pending rollbacks. */
export class ProgressView implements TreeDataProvider<WorkInProgress>, Disposable {
  readonly #list: () => readonly WorkInProgress[];
  readonly #view: TreeView<WorkInProgress>;
  readonly #following: Disposable;
  /** A new text is the news of one item: the others stay as they are. */
  readonly onDidChangeTreeData: BackgroundWatches['onDidChange'];

  constructor(background: Pick<BackgroundWatches, 'list' | 'onDidChange'>) {
    this.#list = () => background.list();
    this.onDidChangeTreeData = background.onDidChange;
    this.#view = window.createTreeView(progressViewId, { treeDataProvider: this });
    this.#following = background.onDidChange((work) => {
      if (work === undefined) this.#count();
    });
    this.#count();
  }

  getChildren(parent?: WorkInProgress): WorkInProgress[] {
    return parent === undefined ? [...this.#list()] : [];
  }

  getTreeItem({ work, text }: WorkInProgress): TreeItem {
    const title = literalText(work.title);
    const state = literalText(text === '' ? 'waiting' : text);
    const item = new TreeItem(title);
    item.description = state;
    item.tooltip = `${title}\n${state}`;
    item.contextValue = work.kind;
    item.iconPath =
      work.kind === 'countdown'
        ? new ThemeIcon('history', new ThemeColor('list.warningForeground'))
        : new ThemeIcon('sync~spin');
    const spoken = work.kind === 'countdown' ? 'Pending rollback of' : 'Tracking the update of';
    item.accessibilityInformation = { label: `${spoken} ${title}, ${state}` };
    return item;
  }

  dispose(): void {
    this.#following.dispose();
    this.#view.dispose();
  }

  #count(): void {
    const value = this.#list().filter(({ work }) => work.kind === 'countdown').length;
    const tooltip =
      value === 1
        ? '1 update will be rolled back unless you keep it'
        : `${value} updates will be rolled back unless you keep them`;
    this.#view.badge = value === 0 ? undefined : { value, tooltip };
  }
}
