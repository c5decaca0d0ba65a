// What can be shown to the user.
import type { UpdatePlan } from '../../../../server/src/protocol/plan';
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

/** What updates would change, as a page that follows their files: one section for each update. */
export interface PresentedPlan {
  readonly title: string;
  readonly sections: readonly PlanSection[];
}

/** What one update would change. */
export interface PlanSection extends Pick<
  UpdatePlan,
  'status' | 'comparedAt' | 'fields' | 'effects' | 'warnings' | 'moved' | 'picture'
> {
  /** The update in the file; the buttons are about it. */
  readonly source: SeenPlace;
  /** What people call the connection. */
  readonly name: string;
  readonly target: {
    readonly label: string;
    readonly host: string;
    readonly isProduction: boolean;
  };
  /** One or two sentences: how much changes, and the worst effect on traffic. */
  readonly summary: string;
  /** The same as two YAML documents. */
  readonly diff: PresentedDiff;
}

/** What has become of an update that the page may show. */
export type PlanUpdate =
  | { readonly kind: 'compared'; readonly section: PlanSection }
  /** The section isn't right any longer; `notice` is why, and what to do about it. */
  | { readonly kind: 'outdated'; readonly connectionId: string; readonly notice: string };

/** A notification. */
export interface PresentedMessage {
  readonly severity: 'information' | 'warning' | 'error';
  readonly text: string;
  readonly actions: readonly Action[];
}
