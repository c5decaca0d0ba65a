// What can be shown to the user.
import type { Action } from './action';
import type { SeenPlace } from './documentPlace';

/**
 * A read-only document. `name` is unique per showing, without folder, with extension. In Markdown, which
 * may be shown rendered, text from outside has to be escaped.
 */
export interface PresentedDocument {
  readonly kind: 'request' | 'response' | 'report';
  readonly name: string;
  readonly language: 'json' | 'http' | 'markdown' | 'plaintext';
  readonly text: string;
}

/** Two YAML documents. Names are unique per showing, without folder, with extension. */
export interface PresentedDiff {
  /** The update that is compared; commands in the difference are about it. */
  readonly source: SeenPlace;
  readonly title: string;
  readonly before: { readonly name: string; readonly text: string };
  readonly after: { readonly name: string; readonly text: string };
}

/** A notification. */
export interface PresentedMessage {
  readonly severity: 'information' | 'warning' | 'error';
  readonly text: string;
  readonly actions: readonly Action[];
}
