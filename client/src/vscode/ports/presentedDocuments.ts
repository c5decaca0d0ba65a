// Requests and responses as read-only virtual documents: the editor folds, searches and reads them
// aloud like any other file, and nothing of them is on disk.
import {
  commands,
  Disposable,
  EventEmitter,
  languages,
  Uri,
  ViewColumn,
  window,
  workspace,
  TabInputText,
  TabInputTextDiff,
  TabInputWebview,
  type Tab,
  type TabGroup,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';
import type { SeenPlace } from '../../core/model/documentPlace';
import { literalText } from '../../core/model/visibleText';
import type { PresentedDiff, PresentedDocument } from '../../core/ports/ports';
import { requestLanguageId, responseLanguageId } from '../settingKeys';
import { documentScheme, documentSchemes, planViewType } from './documentSchemes';

/**
 * Requests have a language of our own: one for sending them from the editor would offer just that. And so
 * have responses, because their long parts begin folded.
 */
const languageIds = {
  http: requestLanguageId,
  json: responseLanguageId,
  markdown: 'markdown',
  plaintext: 'plaintext',
} as const;

/** Keeps the text of each document as long as it is open. */
export class PresentedDocuments implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  /** The update behind each side of a difference. */
  readonly #sources = new Map<string, SeenPlace>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: Disposable;
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = Disposable.from(
      ...documentSchemes.map((scheme) =>
        workspace.registerTextDocumentContentProvider(scheme, this),
      ),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#texts.delete(uri.toString());
        this.#sources.delete(uri.toString());
      }),
      this.#changed,
    );
  }

  provideTextDocumentContent(uri: Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  /** The update that a difference is about, by the address of one of its sides. */
  sourceOf(uri: string): SeenPlace | undefined {
    return this.#sources.get(uri);
  }

  /**
   * Opens the document next to what is in front, in the preview tab, so that several in a row use one tab;
   * never in place of a file that is in a preview tab itself.
   */
  async show({ kind, name, language, text }: PresentedDocument): Promise<void> {
    const uri = addressOf(kind, name);
    this.#texts.set(uri.toString(), text);
    const document = await inLanguage(await workspace.openTextDocument(uri), languageIds[language]);
    const group = groupBeside();
    await window.showTextDocument(document, {
      viewColumn: group?.viewColumn ?? ViewColumn.Beside,
      preserveFocus: true,
      preview: group === undefined || group.tabs.every((tab) => !tab.isPreview || isPresented(tab)),
    });
  }

  /**
   * Opens both texts as a difference. It's no preview tab: that would replace the file, which is often
   * in a preview tab itself. An earlier difference of the same update is closed instead.
   */
  async showDiff({ source, title, before, after }: PresentedDiff): Promise<void> {
    const all = presentedTabs().flatMap(({ input }) => urisOf(input));
    const earlier = all.filter((uri) => this.#isAbout(uri, source)).map(String);
    const open = (side: PresentedDiff['before']): Promise<Uri> => this.#open(side, source);
    const [left, right] = await Promise.all([open(before), open(after)]);
    await commands.executeCommand('vscode.diff', left, right, literalText(title), {
      preview: false,
    });
    // A tab that was found before the editor opened another one can't be closed any more.
    const tabs = presentedTabs().filter(({ input }) =>
      urisOf(input).some((uri) => earlier.includes(uri.toString())),
    );
    if (tabs.length > 0) await window.tabGroups.close(tabs, true);
  }

  #isAbout(uri: Uri, { uri: file, seen }: SeenPlace): boolean {
    const source = this.#sources.get(uri.toString());
    return source?.uri === file && source.seen.connectionId === seen.connectionId;
  }

  async #open({ name, text }: PresentedDiff['before'], source: SeenPlace): Promise<Uri> {
    const uri = addressOf('plan', name);
    this.#texts.set(uri.toString(), text);
    this.#sources.set(uri.toString(), source);
    await inLanguage(await workspace.openTextDocument(uri), 'yaml');
    return uri;
  }

  /** Closes tabs that an earlier session left: their text is gone, they could only show an error. */
  async closeLeftovers(): Promise<void> {
    const leftovers = presentedTabs().filter(
      ({ input }) => !urisOf(input).every((uri) => this.#texts.has(uri.toString())),
    );
    if (leftovers.length > 0) await window.tabGroups.close(leftovers, true);
  }

  dispose(): void {
    this.#texts.clear();
    this.#subscriptions.dispose();
  }
}

/** The name is what the tab shows; it is no path. */
function addressOf(kind: PresentedDocument['kind'] | 'plan', name: string): Uri {
  const path = `/${literalText(name).replace(/[\\/]/g, '_')}`;
  return Uri.from({ scheme: documentScheme(kind), path });
}

/**
 * Where earlier documents are. Next to the page of a plan, when that is in front, so that the plan can still
 * be read.
 */
function groupBeside(): TabGroup | undefined {
  const { all, activeTabGroup } = window.tabGroups;
  if (isPlanPage(activeTabGroup.activeTab)) return all.find((group) => group !== activeTabGroup);
  return presentedTabs().find(({ input }) => input instanceof TabInputText)?.group;
}

/** The editor puts a word of its own before the type. */
function isPlanPage(tab: Tab | undefined): boolean {
  return tab?.input instanceof TabInputWebview && tab.input.viewType.endsWith(planViewType);
}

function presentedTabs(): readonly Tab[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isPresented);
}

function isPresented({ input }: Tab): boolean {
  return urisOf(input).some(({ scheme }) => documentSchemes.includes(scheme));
}

/** What a tab shows, as far as it may be ours. */
function urisOf(input: unknown): readonly Uri[] {
  if (input instanceof TabInputTextDiff) return [input.original, input.modified];
  return input instanceof TabInputText ? [input.uri] : [];
}

/** Not every editor knows every language; a document without colours is still a document. */
async function inLanguage(document: TextDocument, language: string): Promise<TextDocument> {
  if (document.languageId === language) return document;
  const known = await languages.getLanguages();
  return known.includes(language)
    ? languages.setTextDocumentLanguage(document, language)
    : document;
}
