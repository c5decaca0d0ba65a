// The parts of the editor that show text, as far as the adapters use them. It writes down what it is
// given to show, wherever that is.

/** Everything that was shown since the last `reset`. */
const shown: string[] = [];

/** What the user chooses below a message, and what becomes of a command. */
export const behavior = {
  chosen: undefined as string | undefined,
  run: (): Promise<unknown> => Promise.resolve(),
};

/** Everything that was shown since it was asked last. */
export function takeShown(): readonly string[] {
  return shown.splice(0);
}

function record(...values: readonly unknown[]): void {
  for (const value of values) {
    if (typeof value === 'string') shown.push(value);
    else if (typeof value === 'object' && value !== null) record(...Object.values(value));
  }
}

/** An object whose properties are shown. */
function recorder(target: object = {}): object {
  return new Proxy(target, {
    set: (own, key, value: unknown) => {
      record(value);
      return Reflect.set(own, key, value);
    },
  });
}

/** An object of which everything is shown, from the start. */
function Recorder(...values: readonly unknown[]): object {
  record(...values);
  return recorder();
}

/** Something that is only made, or compared with. */
function Plain(): object {
  return {};
}

const disposable = { dispose: () => undefined };

class CancellationTokenSource {
  readonly token = {
    isCancellationRequested: false,
    onCancellationRequested: () => disposable,
  };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
  dispose(): void {
    this.cancel();
  }
}

class EventEmitter {
  readonly event = (): object => disposable;
  fire(): void {}
  dispose(): void {}
}

class Range {
  contains(): boolean {
    return false;
  }
}

/** A message with buttons. Where it is asked for, the options come before the buttons. */
function showMessage(text: string, ...more: readonly unknown[]): Promise<string | undefined> {
  record(text, ...more);
  return Promise.resolve(behavior.chosen);
}

/** A page: what it is sent to show counts as shown when its script would do so. */
function webviewPanel(): object {
  const webview = {
    onDidReceiveMessage: () => disposable,
    postMessage: (message: object) => {
      record(message);
      return Promise.resolve(true);
    },
  };
  return recorder({
    ...{ active: true, webview },
    ...{ reveal: () => undefined, onDidDispose: () => disposable },
  });
}

const document = { uri: { toString: () => 'file:///a' }, version: 1, languageId: 'json' };

/** What stands in for the module `vscode`. */
export const editor = {
  ...{ CancellationTokenSource, EventEmitter, Range },
  Disposable: { from: () => disposable },
  ...{ Diagnostic: Recorder, TreeItem: Recorder },
  ...{ TabInputText: Plain, TabInputTextDiff: Plain, TabInputWebview: Plain },
  ...{ ThemeColor: Plain, ThemeIcon: Plain },
  ...{ DiagnosticSeverity: {}, LanguageStatusSeverity: {}, ProgressLocation: {} },
  ...{ StatusBarAlignment: {}, ViewColumn: {} },
  Uri: {
    from: ({ path }: { readonly path: string }) => {
      record(path.slice(1));
      return { toString: () => path };
    },
  },
  commands: {
    executeCommand: (id: string, ...values: readonly unknown[]) => {
      if (id === 'vscode.diff') record(values[2]);
      return behavior.run();
    },
  },
  languages: {
    createDiagnosticCollection: () => ({ get: () => [], set: () => undefined }),
    createLanguageStatusItem: () => recorder(),
    getLanguages: () => Promise.resolve([]),
  },
  window: {
    createStatusBarItem: () => recorder({ show: () => undefined, hide: () => undefined }),
    createWebviewPanel: () => webviewPanel(),
    registerWebviewPanelSerializer: () => disposable,
    createTreeView: () => ({ onDidChangeVisibility: () => undefined }),
    showErrorMessage: showMessage,
    showInformationMessage: showMessage,
    showInputBox: (options: { validateInput(text: string): string | undefined }) => {
      record(options, options.validateInput(''));
      return Promise.resolve(undefined);
    },
    showQuickPick: (items: unknown, options: unknown) => {
      record(items, options);
      return Promise.resolve(undefined);
    },
    showTextDocument: () => Promise.resolve(),
    showWarningMessage: showMessage,
    tabGroups: { all: [], activeTabGroup: { tabs: [] } },
    withProgress: (options: unknown, work: (progress: object, token: object) => unknown) => {
      record(options);
      return work({ report: record }, new CancellationTokenSource().token);
    },
  },
  workspace: {
    onDidChangeTextDocument: () => undefined,
    onDidCloseTextDocument: () => undefined,
    openTextDocument: () => Promise.resolve(document),
    registerTextDocumentContentProvider: () => undefined,
    textDocuments: [document],
  },
};
