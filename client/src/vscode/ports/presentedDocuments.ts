// Requests and responses as read-only virtual documents: the editor folds, searches and reads them
// aloud like any other file, and nothing of them is on disk.
import {
  Disposable,
  EventEmitter,
  languages,
  Uri,
  ViewColumn,
  window,
  workspace,
  TabInputText,
  type Tab,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';
import type { PresentedDocument } from '../../core/ports';
import { requestLanguageId } from '../settingKeys';
import { documentScheme, documentSchemes } from './documentSchemes';

/** Requests have a language of our own: one for sending them from the editor would offer just that. */
const languageIds = { http: requestLanguageId, json: 'json', plaintext: 'plaintext' } as const;

/** Keeps the text of each document as long as it is open. */
export class PresentedDocuments implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: Disposable;
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = Disposable.from(
      ...documentSchemes.map((scheme) =>
        workspace.registerTextDocumentContentProvider(scheme, this),
      ),
      workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
      this.#changed,
    );
  }

  provideTextDocumentContent(uri: Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  /** Opens the document beside the file, in the preview tab, so that several in a row use one tab. */
  async show({ kind, name, language, text }: PresentedDocument): Promise<void> {
    const uri = Uri.from({ scheme: documentScheme(kind), path: `/${name}` });
    this.#texts.set(uri.toString(), text);
    const document = await inLanguage(await workspace.openTextDocument(uri), languageIds[language]);
    await window.showTextDocument(document, {
      viewColumn: presentedTabs().at(0)?.group.viewColumn ?? ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }

  /** Closes tabs that an earlier session left: their text is gone, they could only show an error. */
  async closeLeftovers(): Promise<void> {
    const leftovers = presentedTabs().filter(
      ({ input }) => input instanceof TabInputText && !this.#texts.has(input.uri.toString()),
    );
    if (leftovers.length > 0) await window.tabGroups.close(leftovers, true);
  }

  dispose(): void {
    this.#texts.clear();
    this.#subscriptions.dispose();
  }
}

function presentedTabs(): readonly Tab[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof TabInputText && documentSchemes.includes(input.uri.scheme),
    );
}

/** Not every editor knows every language; a document without colours is still a document. */
async function inLanguage(document: TextDocument, language: string): Promise<TextDocument> {
  if (document.languageId === language) return document;
  const known = await languages.getLanguages();
  return known.includes(language)
    ? languages.setTextDocumentLanguage(document, language)
    : document;
}
