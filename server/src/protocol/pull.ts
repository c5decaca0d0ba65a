// The custom messages about bringing a document up to date with its live connection.
import type { TextEdit } from 'vscode-languageserver-types';
import type { PreparedUpdate, PrepareUpdateParams, UpdateRefused } from './messages';
import type { LiveAnswers } from './plan';

/** What is needed to read the connection. */
export type DocumentConnection = Pick<
  PreparedUpdate,
  'version' | 'region' | 'projectId' | 'connectionId' | 'method' | 'path' | 'sensitiveKeys'
>;

/** The connection, or why the document names none. */
export type ConnectionOfResult =
  { readonly kind: 'named'; readonly connection: DocumentConnection } | UpdateRefused;

/** Asks about the YAML document (of possibly several in the file) that holds `position`. */
export interface PullValuesParams extends PrepareUpdateParams {
  readonly live: LiveAnswers;
}

/** The edits, or why there are none. */
export type PullValuesResult =
  { readonly kind: 'ready'; readonly pulled: PulledValues } | UpdateRefused;

/** Edits that change values and nothing else: comments, order, quotes and references stay. */
export interface PulledValues {
  /** Version of the buffer that the edits are for. */
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** Labels of the fields that change, in the order of the file. */
  readonly changed: readonly string[];
  /** Fields that hold another value than the connection and cannot be changed, each with the reason. */
  readonly kept: readonly { readonly label: string; readonly reason: string }[];
}
