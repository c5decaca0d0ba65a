// What the checks find: coded data with a place, never just text. Wording is for people; code reads
// `code` and `data`.
import type { LineColumn } from './document/lineIndex';
import type { Pointer } from './document/pointer';
import type { Span } from './document/span';

export type Severity = 'error' | 'warning' | 'information';

/**
 * How sure it is that a mend is the one that was meant. `spelling`: what is written stays, in another
 * form. `likely`: there is one obvious mend. `open`: it is one of several that could be meant.
 */
export type Certainty = 'spelling' | 'likely' | 'open';

/** A key beside that of the problem, with the value that it needs. */
export interface SiblingValue {
  readonly key: string;
  readonly value: string;
}

/** Typed facts that quick fixes need, by kind. They travel with diagnostics, so they hold no text of the file. */
export type ProblemData =
  /**
   * `orRemove`: the key can just as well go. `orSet`: another key can change instead. Without a
   * certainty the first value is the likely one.
   */
  | {
      readonly kind: 'replacements';
      readonly values: readonly string[];
      readonly certainty?: Certainty;
      readonly orRemove?: true;
      readonly orSet?: SiblingValue;
    }
  /** A key beside the value needs another one. */
  | ({ readonly kind: 'set-key' } & SiblingValue)
  | {
      readonly kind: 'rename-key';
      readonly names: readonly string[];
      readonly certainty: Certainty;
    }
  | { readonly kind: 'quote'; readonly certainty: Certainty; readonly orRemove?: true }
  | { readonly kind: 'unquote' }
  /** A text that begins with an asterisk, unless it was meant as an alias. */
  | { readonly kind: 'unresolved-alias' }
  /** `names`: tags that the field knows and that may be meant. */
  | {
      readonly kind: 'unknown-tag';
      readonly names: readonly string[];
      readonly certainty: Certainty;
    }
  /** The quote or bracket that closes the one where the problem begins. */
  | { readonly kind: 'unclosed'; readonly closer: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'quote-line' }
  | { readonly kind: 'tabs' }
  /** `other`: the entry that goes, when it is not the one with the problem. */
  | { readonly kind: 'remove-item'; readonly certainty?: Certainty; readonly other?: Pointer }
  | { readonly kind: 'remove-key'; readonly certainty?: Certainty }
  /** Paths of the blocks in which the key is known. */
  | { readonly kind: 'move-key'; readonly homes: readonly string[] }
  /** The later of two pairs with one key, and whether both say the same. */
  | { readonly kind: 'duplicate-key'; readonly later: Span; readonly isSame: boolean }
  /** One value where a list belongs. */
  | { readonly kind: 'wrap-list' }
  /** A list where one text belongs. */
  | { readonly kind: 'not-a-list'; readonly isInBrackets: boolean }
  /** Keys whose colons lack the blank, so that YAML reads a text. */
  | { readonly kind: 'space-colons' }
  /** An ID in a comment that silences nothing. */
  | { readonly kind: 'remove-suppression' }
  /** An ID that does not exist, in such a comment, and those that may be meant. */
  | {
      readonly kind: 'unknown-suppression';
      readonly names: readonly string[];
      readonly certainty: Certainty;
    }
  /** The words that may be meant by one that nearly begins such a comment. */
  | { readonly kind: 'rename-directive'; readonly names: readonly string[] }
  | { readonly kind: 'set-context'; readonly key: string }
  /** Words with something between them that the value can't hold. */
  | { readonly kind: 'join-words' }
  /** `value`: what follows from the document; without it an example is put in. */
  | {
      readonly kind: 'add-key';
      readonly key: string;
      readonly after: string;
      readonly value?: string;
    }
  | { readonly kind: 'missing-keys'; readonly keys: readonly string[] };

/** A second place that belongs to a problem, with what it has to do with it. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** A place in another document, maybe of another file, that belongs to a problem. */
export interface PlaceElsewhere {
  readonly uri: string;
  readonly range: { readonly start: LineColumn; readonly end: LineColumn };
  readonly message: string;
}

/**
 * One mistake in one document. `span` lies on one line; `message` holds no
 * text of the file; code in it stands between backticks, which become quotes where text is plain.
 */
export interface Problem {
  /** Rule id such as `tunnel/range`: diagnostic code, setting key and anchor of the reference page. */
  readonly code: string;
  readonly severity: Severity;
  readonly pointer: Pointer;
  readonly span: Span;
  readonly message: string;
  readonly data?: ProblemData;
  readonly related?: readonly RelatedPlace[];
  readonly elsewhere?: readonly PlaceElsewhere[];
  readonly tag?: 'unnecessary' | 'deprecated';
  /**
   * Errors at the same value that nobody can silence and that this one says better. They are shown in
   * its place when it is silenced or is no error any more.
   */
  readonly speaksFor?: readonly Problem[];
}

/** Compares by place in the document, for sorting. */
export function byPlace(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
