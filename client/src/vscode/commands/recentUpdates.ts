// Which update a button of the walkthrough or of a view is about, when another tab is in front.
import { Disposable, TabInputText, Uri, window, workspace, type TextEditor } from 'vscode';
import type { DocumentPlace } from '../../core/model/documentPlace';
import type { Prompts } from '../../core/ports/ports';
import { languageId, updateFileName } from '../settingKeys';

/** `left`: several are open, none of them was active, and the user didn't choose one. */
export type RecentUpdate =
  | { readonly kind: 'found'; readonly place: DocumentPlace }
  | { readonly kind: 'left' }
  | { readonly kind: 'none' };

/** Remembers the update file that was active last. */
export class RecentUpdates implements Disposable {
  readonly #prompts: Pick<Prompts, 'pick'>;
  readonly #subscriptions: Disposable;
  #last: DocumentPlace | undefined;

  constructor(prompts: Pick<Prompts, 'pick'>) {
    this.#prompts = prompts;
    this.#note(window.activeTextEditor);
    this.#subscriptions = Disposable.from(
      window.onDidChangeActiveTextEditor((editor) => this.#note(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#note(textEditor)),
    );
  }

  /** The last active one that is still open, else the only open one, else the one that is chosen. */
  async find(): Promise<RecentUpdate> {
    const open = openUpdates();
    const last = open.find((uri) => uri === this.#last?.uri);
    if (last !== undefined && this.#last !== undefined) return found(this.#last);
    const [only, ...others] = open;
    if (only === undefined) return { kind: 'none' };
    if (others.length === 0) return found({ uri: only, position: start });
    const choices = open.map((uri) => ({
      label: nameOf(uri),
      description: workspace.asRelativePath(Uri.parse(uri, true)),
      value: uri,
    }));
    const uri = await this.#prompts.pick('Which update?', choices);
    return uri === undefined ? { kind: 'left' } : found({ uri, position: start });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #note(editor: TextEditor | undefined): void {
    if (editor?.document.languageId !== languageId) return;
    const { line, character } = editor.selection.active;
    this.#last = { uri: editor.document.uri.toString(), position: { line, character } };
  }
}

const start = { line: 0, character: 0 };

function found(place: DocumentPlace): RecentUpdate {
  return { kind: 'found', place };
}

/** Of all tabs. A tab that hasn't been shown since the window was opened has no document yet. */
function openUpdates(): readonly string[] {
  const uris = window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof TabInputText ? [input.uri] : []))
    .filter((uri) => isUpdate(uri))
    .map(String);
  return [...new Set(uris)];
}

function isUpdate(uri: Uri): boolean {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  return document === undefined
    ? updateFileName.test(uri.path)
    : document.languageId === languageId && !document.isClosed;
}

function nameOf(uri: string): string {
  return Uri.parse(uri, true).path.split('/').at(-1) ?? uri;
}
