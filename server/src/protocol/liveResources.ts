// The custom messages about what the live account holds: names for the identifiers in a file. The
// server says which projects its files name, the client lists them when it may, and tells the server.

/** Everything that is known now: it takes the place of what was told before. */
export interface LiveResourcesParams {
  readonly resources: readonly LiveResource[];
}

/** What the table calls the resources that its identifiers mean (`x-names`). */
export type LiveResourceKind = 'project' | 'connection' | 'customer-gateway';

/** One resource of the account. Texts are for people, as the cloud gives them, of bounded length. */
export interface LiveResource {
  readonly kind: LiveResourceKind;
  readonly id: string;
  /** Empty when it has none. */
  readonly name: string;
  /** Such as `ACTIVE`; empty for what has no status. */
  readonly status: string;
  readonly addresses: readonly string[];
  /** The project that it belongs to; absent for a project. */
  readonly projectId?: string;
  /** When it was listed, for people, such as `14:05 UTC+01:00`. */
  readonly listedAt: string;
}

/** The projects of the documents that are looked at now; earlier ones are not wanted any more. */
export interface WantedResourcesParams {
  readonly places: readonly AccountPlace[];
}

/** What one document says about where it belongs. */
export interface AccountPlace {
  readonly projectId?: string;
  readonly region?: string;
}
