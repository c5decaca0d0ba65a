// All files that the server knows, open or handed over, and what they have to do with each other.
import type { WorkspaceFilesParams } from '../../protocol/messages';
import {
  ListMemo,
  noProblems,
  OverlapIndex,
  overlapProblems,
  sameIdentity,
  type DocumentIdentity,
  type ProblemsElsewhere,
  type Snapshot,
  type SnapshotDocument,
} from '../../service';
import type { Documents, OpenFile } from '../documents';
import type { StartTimer } from '../runtime';
import type { Settings } from '../settings';
import { ClosedFileQueue } from './closedFileQueue';

/** Pause after a change before those are told whom it concerns too: nobody watches two files at once. */
export const settleMilliseconds = 200;

/** How many files are looked at again in one turn. */
const filesInTurn = 50;

/** What a file shares with others. `revision` changes when that does. */
export interface SharedProblems {
  readonly problems: ProblemsElsewhere;
  readonly revision: number;
}

/** Whom changes concern: open files whose problems are new, and closed ones. */
export interface WorkspaceListener {
  openChanged(uris: readonly string[]): void;
  closedChanged(uris: readonly string[]): void;
  /** A file is open no longer; told after a pause, in which the client finishes with it. */
  left(uri: string): void;
}

/** The files of one client. What they share is worked out when somebody asks, or after a pause. */
export class Workspace {
  readonly #documents: Documents;
  readonly #settings: Settings;
  readonly #startTimer: StartTimer;
  readonly #index = new OverlapIndex();
  readonly #closed: ClosedFileQueue;
  /** What was learnt of open files last. */
  readonly #learnt = new Map<string, Snapshot>();
  /** What the documents of open files said before, and where they stood. */
  readonly #memos = new Map<string, FileMemo>();
  readonly #shared = new Map<string, Shared>();
  readonly #stale = new Set<string>();
  /** Files of which documents stand at other lines: problems of others that point there are stale. */
  readonly #moved = new Set<string>();
  /**
   * Schemes of addresses that files of the workspace have. Others are of views: an earlier version of a
   * file, which a comparison shows beside it, is in nobody's way.
   */
  readonly #schemes = new Set(['file', 'untitled']);
  /** Open files with changes that nobody has asked about. */
  readonly #unread = new Set<string>();
  #listener: WorkspaceListener | undefined;
  #stopTimer: (() => void) | undefined;
  #revision = 0;

  constructor(documents: Documents, settings: Settings, startTimer: StartTimer) {
    this.#documents = documents;
    this.#settings = settings;
    this.#startTimer = startTimer;
    this.#closed = new ClosedFileQueue(startTimer, (uri, snapshot) => {
      this.#learn(uri, snapshot);
      this.#listener?.closedChanged([uri]);
    });
  }

  /** Reports what is new to `listener`. */
  follow(listener: WorkspaceListener): void {
    this.#listener = listener;
  }

  /** Takes files from the client. Resolves when they have all been worked through. */
  async receive({ files, removed }: WorkspaceFilesParams): Promise<void> {
    // The buffer of an open file counts, whatever is on the disk.
    const closed = files.filter(({ uri }) => !this.#documents.has(uri));
    for (const uri of removed) {
      if (this.#documents.has(uri)) continue;
      this.#settings.forget(uri);
      this.#closed.remove(uri);
    }
    this.#learnSchemes(files.map(({ uri }) => schemeOf(uri)));
    this.#settings.added(closed.map(({ uri }) => uri));
    for (const { uri, text } of closed) this.#closed.add(uri, text);
    await this.#closed.done();
  }

  opened(uri: string): void {
    this.#closed.remove(uri);
    this.changed(uri);
  }

  changed(uri: string): void {
    this.#unread.add(uri);
    this.#settle();
  }

  closed(uri: string): void {
    this.#learnt.delete(uri);
    this.#memos.delete(uri);
    this.#unread.delete(uri);
    this.#learn(uri, undefined);
    // A client that hands over the files of its workspace hands this one over now.
    this.#startTimer(settleMilliseconds, () => {
      if (!this.#documents.has(uri) && !this.#closed.has(uri)) this.#settings.forget(uri);
      this.#listener?.left(uri);
    });
  }

  /** The files that are not open. */
  closedFiles(): ReadonlyMap<string, Snapshot> {
    return this.#closed.all();
  }

  /** All files that are known, open ones first. */
  *files(): Generator<readonly [uri: string, snapshot: Snapshot]> {
    for (const uri of this.#documents.uris()) {
      const file = this.#documents.get(uri);
      if (file !== undefined) yield [uri, file.snapshot];
    }
    yield* this.#closed.all();
  }

  /** The other files, from the first one on each time that somebody goes through them. */
  others(own: string): Iterable<Snapshot> {
    return { [Symbol.iterator]: () => this.#eachOther(own) };
  }

  *#eachOther(own: string): Generator<Snapshot> {
    for (const [uri, snapshot] of this.files()) if (uri !== own) yield snapshot;
  }

  /** What an open file shares with others; brings what others know of it up to date. */
  ofOpen({ uri, snapshot }: OpenFile): SharedProblems {
    this.#unread.delete(uri);
    if (this.#learnt.get(uri) !== snapshot) {
      this.#learnt.set(uri, snapshot);
      this.#learn(uri, snapshot);
    }
    return this.of(uri);
  }

  /** What a file shares with others, as far as they are known. */
  of(uri: string): SharedProblems {
    this.#collect();
    const known = this.#shared.get(uri);
    if (!this.#stale.delete(uri)) return known ?? nothingShared;
    const overlaps = this.#index.overlapsOf(uri);
    const problems = overlapProblems(overlaps, (other) => this.#snapshot(other));
    const key = JSON.stringify([...problems]);
    if (key === (known?.key ?? nothingKey)) return known ?? nothingShared;
    const others = new Set([...overlaps.values()].flat().map(({ other }) => other.uri));
    const shared = { problems, revision: ++this.#revision, key, others };
    this.#shared.set(uri, shared);
    return shared;
  }

  #snapshot(uri: string): Snapshot | undefined {
    return this.#closed.get(uri) ?? this.#learnt.get(uri);
  }

  #learnSchemes(schemes: readonly string[]): void {
    const known = this.#schemes.size;
    for (const scheme of schemes) this.#schemes.add(scheme);
    if (this.#schemes.size === known) return;
    for (const [uri, snapshot] of this.#learnt) this.#learn(uri, snapshot);
  }

  #learn(uri: string, snapshot: Snapshot | undefined): void {
    const documents = this.#schemes.has(schemeOf(uri)) ? (snapshot?.documents ?? []) : [];
    const memo = this.#memos.get(uri) ?? new FileMemo();
    this.#index.update(uri, memo.identities.of(documents, identityIn));
    if (memo.haveMoved(documents)) this.#moved.add(uri);
    if (this.#documents.has(uri)) this.#memos.set(uri, memo);
    if (snapshot === undefined) this.#shared.delete(uri);
    this.#settle();
  }

  #settle(): void {
    this.#stopTimer?.();
    this.#stopTimer = this.#startTimer(settleMilliseconds, () => this.#tell());
  }

  #collect(): void {
    for (const uri of this.#index.takeAffected()) this.#stale.add(uri);
    if (this.#moved.size === 0) return;
    const moved = [...this.#moved];
    for (const [uri, { others }] of this.#shared)
      if (moved.some((each) => others.has(each))) this.#stale.add(uri);
    this.#moved.clear();
  }

  #tell(): void {
    this.#stopTimer = undefined;
    try {
      this.#tellSome();
    } finally {
      if (this.#unread.size + this.#stale.size > 0)
        this.#stopTimer = this.#startTimer(1, () => this.#tell());
    }
  }

  /** Works out what changes mean for other files, some files at a time, and tells whom it concerns. */
  #tellSome(): void {
    // Editors ask about files that are seen; others can be open, too.
    for (const uri of this.#unread) {
      this.#unread.delete(uri);
      const file = this.#documents.get(uri);
      if (file !== undefined) this.ofOpen(file);
    }
    this.#collect();
    const changed = [...this.#stale].slice(0, filesInTurn).filter((uri) => {
      const before = this.#shared.get(uri)?.revision;
      return this.of(uri).revision !== (before ?? 0);
    });
    const open = changed.filter((uri) => this.#documents.has(uri));
    if (open.length > 0) this.#listener?.openChanged(open);
    const closed = changed.filter((uri) => this.#closed.get(uri) !== undefined);
    if (closed.length > 0) this.#listener?.closedChanged(closed);
  }
}

/** What was shared when somebody looked last. */
interface Shared extends SharedProblems {
  readonly key: string;
  /** The files that the problems point to. */
  readonly others: ReadonlySet<string>;
}

/** What the documents of one file said before, and where they stood. */
class FileMemo {
  readonly identities = new ListMemo<SnapshotDocument, DocumentIdentity | undefined>();
  readonly #lines = new ListMemo<SnapshotDocument, number>();
  #last: readonly number[] | undefined;

  /** Whether one of the documents stands at another line than before. */
  haveMoved(documents: readonly SnapshotDocument[]): boolean {
    const before = this.#last;
    this.#last = this.#lines.of(documents, ({ line }) => line);
    return this.#last !== before;
  }
}

/** The identity of a document; the one of before when it says the same. */
function identityIn(
  { analysis: { identity } }: SnapshotDocument,
  before: DocumentIdentity | undefined,
): DocumentIdentity | undefined {
  return sameIdentity(before, identity) ? before : identity;
}

function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':'));
}

const nothingShared: SharedProblems = { problems: noProblems, revision: 0 };
const nothingKey = JSON.stringify([]);
