// The result of asking for something outside that cannot be used.

/** Something outside cannot be used; `detail` goes to the log and holds no secret. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly detail: string;
}
