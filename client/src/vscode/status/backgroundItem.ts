// One item of the status bar for one kind of work in the background. It exists only while there is any.
import {
  StatusBarAlignment,
  ThemeColor,
  window,
  type Disposable,
  type StatusBarItem,
} from 'vscode';
import { literalText } from '../../core/model/visibleText';
import { commandIds } from '../commandIds';

/** What the item always says. */
export interface ItemLook {
  readonly id: string;
  /** In the menu that hides items. */
  readonly name: string;
  readonly icon: string;
  /** For screen readers, ahead of the text. */
  readonly spoken: string;
  /** Theme colour of the background. */
  readonly color?: string;
}

/** What is shown of one piece of work. */
interface Shown {
  readonly work: { readonly title: string };
  readonly text: string;
}

/** Shows the first piece of work, and how many there are besides. */
export class BackgroundItem implements Disposable {
  readonly #look: ItemLook;
  #item: StatusBarItem | undefined;

  constructor(look: ItemLook) {
    this.#look = look;
  }

  show([first, ...more]: readonly Shown[]): void {
    if (first === undefined) {
      this.#item?.hide();
      return;
    }
    const item = (this.#item ??= this.#create());
    const rest = more.length === 0 ? '' : ` (+${more.length})`;
    const state = first.text === '' ? 'waiting' : first.text;
    const text = literalText(`${first.work.title}: ${state}${rest}`);
    item.text = `${this.#look.icon} ${text}`;
    item.accessibilityInformation = { label: `${this.#look.spoken}: ${text}`, role: 'button' };
    item.show();
  }

  dispose(): void {
    this.#item?.dispose();
  }

  #create(): StatusBarItem {
    const { id, name, color } = this.#look;
    const item = window.createStatusBarItem(id, StatusBarAlignment.Left, 10);
    item.name = name;
    item.tooltip = 'Show updates in progress';
    item.command = commandIds.showBackground;
    if (color !== undefined) item.backgroundColor = new ThemeColor(color);
    return item;
  }
}
