// The port of small texts that outlive a window and that all editor windows of this machine share.
import type { Unavailable } from './unavailable';

/** The kinds of records, each in a folder of its own. */
export type RecordFolder =
  | 'journal'
  | 'rollbacks'
  | 'leases'
  /** Pending rollbacks as the first version wrote them. */
  | 'windows';

/** In bytes. A longer record isn't read, so none is written. */
export const maxRecordBytes = 4_000_000;

/** Records in the extension's own storage. Names consist of letters, digits, periods and hyphens. */
export interface RecordStore {
  /** All names, in no particular order. A folder that doesn't exist yet is an empty list. */
  list(folder: RecordFolder): Promise<RecordList>;
  read(folder: RecordFolder, name: string): Promise<RecordRead>;
  /** When several windows create the same name at the same time, exactly one of them does. */
  create(folder: RecordFolder, name: string, text: string): Promise<RecordCreated>;
  /** Replaces the whole record: no reader ever sees a part of it. */
  write(folder: RecordFolder, name: string, text: string): Promise<RecordWritten>;
  /**
   * Renames a record. When several windows rename the same one, exactly one of them does. Needs no
   * free space on the disk. The new name must not be in use.
   */
  rename(folder: RecordFolder, from: string, to: string): Promise<RecordRenamed>;
  /** A record that doesn't exist counts as deleted. */
  delete(folder: RecordFolder, name: string): Promise<RecordDeleted>;
}

/** It exists, or may exist, and can't be read now. Never the same as absent. */
export interface Unreadable {
  readonly kind: 'unreadable';
  /** For the log. Contains no secret. */
  readonly detail: string;
}

/** The names in a folder. */
export type RecordList =
  { readonly kind: 'listed'; readonly names: readonly string[] } | Unreadable;

/** The three results of reading a record. */
export type RecordRead =
  { readonly kind: 'found'; readonly text: string } | { readonly kind: 'absent' } | Unreadable;

/** `exists`: another window was faster. */
export type RecordCreated = 'created' | 'exists' | Unavailable;

/** How writing ended. */
export type RecordWritten = 'written' | Unavailable;

/** `absent`: there is no record with the old name, for example because another window renamed it. */
export type RecordRenamed = 'renamed' | 'absent' | Unavailable;

/** How deleting ended. */
export type RecordDeleted = 'deleted' | Unavailable;
