// What the service says about fields of a file, among the problems of the file until it is edited.
import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Range,
  workspace,
  type DiagnosticCollection,
  type TextDocument,
} from 'vscode';
import { literalText } from '../../core/model/visibleText';
import type { BufferRange } from '../../core/model/bufferRange';
import type { AnswerMark, AnswerMarks } from '../../core/ports/answerMarks';

const source = 'vpnconn (answer)';

/** The marks of one window, as a collection of diagnostics of its own. */
export class AnswerDiagnostics implements AnswerMarks, Disposable {
  readonly #collection: DiagnosticCollection = languages.createDiagnosticCollection(source);
  readonly #subscriptions: Disposable;

  constructor() {
    this.#subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#forget(document);
      }),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      this.#collection,
    );
  }

  show({ uri, version, range }: BufferRange, marks: readonly AnswerMark[]): void {
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
    if (document?.version !== version) return;
    const within = toRange(range);
    const others = (this.#collection.get(document.uri) ?? []).filter(
      (each) => !within.contains(each.range),
    );
    this.#collection.set(document.uri, [...others, ...marks.map(toDiagnostic)]);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #forget({ uri }: TextDocument): void {
    this.#collection.delete(uri);
  }
}

function toDiagnostic({ range, code, message }: AnswerMark): Diagnostic {
  const diagnostic = new Diagnostic(toRange(range), literalText(message), DiagnosticSeverity.Error);
  diagnostic.source = source;
  diagnostic.code = code;
  return diagnostic;
}

function toRange({ start, end }: AnswerMark['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
