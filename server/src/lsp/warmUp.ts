// Does the work of some keystrokes in advance, on a copy of the file that was just opened, while nobody
// is waiting: the engine interprets code at first and compiles what runs often, so without this the
// first dozen keystrokes of a session would be several times slower than all later ones.
import {
  changeFileText,
  complete,
  diagnostics,
  DiagnosticsMemo,
  hover,
  readFileText,
  snapshotOf,
  usedReaders,
  type CompletionOptions,
  type FileText,
  type Snapshot,
  type TextChange,
} from '../service';
import type { Runtime } from './runtime';

/** How many rounds there are. Each takes some ten milliseconds at first and about three at the end. */
const rounds = 40;
/** Pause between two rounds, in which requests are answered. */
const pauseMilliseconds = 2;
/** Longer documents, and dearer ones, would make a round noticeable: the largest updates have just below. */
const maxLength = 16_000;
const maxWork = 1_800;
/** Documents behind the copy, so that what goes through all documents of a file is compiled as well. */
const others = '---\n'.repeat(100);

type WarmUpRuntime = Pick<Runtime, 'startTimer' | 'warmedUp'>;

/** Begins the rounds with the first document of a file; at most once for each server. */
export class WarmUp {
  readonly #runtime: WarmUpRuntime;
  readonly #completion: CompletionOptions;
  /** Stays as long as the server: see `usedReaders`. */
  #rehearsal: Rehearsal | undefined;

  constructor(runtime: WarmUpRuntime, completion: CompletionOptions) {
    this.#runtime = runtime;
    this.#completion = completion;
  }

  begin(uri: string, snapshot: Snapshot): void {
    const [document] = snapshot.documents;
    const text = document?.segment.text ?? '';
    if (this.#rehearsal !== undefined || text.length === 0 || text.length > maxLength) return;
    if (document === undefined || document.analysis.work > maxWork) return;
    this.#rehearsal = new Rehearsal(uri, text, this.#completion);
    this.#schedule(this.#rehearsal, rounds);
  }

  #schedule(rehearsal: Rehearsal, left: number): void {
    this.#runtime.startTimer(pauseMilliseconds, () => {
      rehearsal.round(left);
      if (left > 1) this.#schedule(rehearsal, left - 1);
      else this.#end(rehearsal);
    });
  }

  #end(rehearsal: Rehearsal): void {
    rehearsal.end();
    this.#runtime.warmedUp();
  }
}

/** A file of which nobody knows, with somebody who types in it. */
class Rehearsal {
  /** What reading the document has made and thrown away. */
  kept: readonly object[] = [];
  readonly #uri: string;
  readonly #document: string;
  readonly #lines: readonly string[];
  readonly #completion: CompletionOptions;
  readonly #memo = new DiagnosticsMemo();
  #text: FileText;
  #snapshot: Snapshot;

  constructor(uri: string, text: string, completion: CompletionOptions) {
    // Compiled code counts on the kind of string, so it is the one that diagnostics will have.
    this.#uri = uri;
    this.#document = text;
    this.#lines = text.split('\n');
    this.#completion = completion;
    this.#text = readFileText(`${text}\n${others}`);
    this.#snapshot = snapshotOf(this.#text);
  }

  /** A new line and a cut value somewhere in the document, and what an editor asks at such places. */
  round(number: number): void {
    const line = (number * stride) % this.#lines.length;
    const content = this.#lines[line] ?? '';
    const indentation = /^ */.exec(content)?.[0] ?? '';
    const upToValue = /^[^:#]*: /.exec(content)?.[0] ?? indentation;
    this.#replace(line, 0, 0, `${indentation}\n`);
    this.#ask(line, indentation.length);
    this.#replace(line, 0, indentation.length, upToValue);
    this.#ask(line, upToValue.length);
    this.#replace(line, 0, upToValue.length, '');
    this.#type({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, '');
  }

  /** By now the engine knows all that it will know of the objects that are kept. */
  end(): void {
    this.kept = usedReaders(this.#document);
  }

  #replace(line: number, start: number, end: number, text: string): void {
    this.#type({ start: { line, character: start }, end: { line, character: end } }, text);
  }

  #type(range: TextChange['range'], text: string): void {
    this.#text = changeFileText(this.#text, [{ ...(range && { range }), text }]);
    this.#snapshot = snapshotOf(this.#text, this.#snapshot);
    diagnostics(this.#snapshot, this.#uri, undefined, this.#memo);
  }

  #ask(line: number, character: number): void {
    const position = { line, character };
    complete(this.#snapshot, position, this.#completion);
    hover(this.#snapshot, position, { format: this.#completion.format });
  }
}

/** Makes successive rounds look at different parts of the document. */
const stride = 7;
