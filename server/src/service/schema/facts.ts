// What the table says about one field, in a form that features can read without knowing JSON Schema.
import type { LiveResourceKind } from '../../protocol/liveResources';
import type { Condition, SplitItems } from '../../protocol/valueMeaning';
import type { Ipv4Block } from '../address/ipv4';
import type { Pointer } from '../document/pointer';

export type FieldType = 'string' | 'integer' | 'boolean' | 'object' | 'array';

/** One value of an enumeration, or one suggestion for a free text, with what it means. */
export interface ValueFacts {
  readonly value: string;
  readonly meaning: string;
  /** Why the value is discouraged, when it is. */
  readonly weak?: string;
}

/** When a change takes effect: an entry of `x-effects` in the table. */
export interface Effect {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly traffic: string;
  /** The lifetime in force now bounds the moment at which the effect sets in. */
  readonly lifetime?: Pointer;
}

/** What a gateway of flavor GM allows for a field. */
export type GmFacts = GmValues | { readonly kind: 'immutable' };

/** The values that a gateway of flavor GM allows. */
export interface GmValues {
  readonly kind: 'values';
  readonly only: readonly string[];
  /** No other gateway allows them. */
  readonly exclusive?: true;
}

/** A CIDR block of the table: as it is written there, and as numbers. */
export interface KnownBlock extends Ipv4Block {
  readonly text: string;
}

/** What an address field must look like. */
export interface AddressFacts {
  /** `network`: a CIDR block; `interface`: a host address with its prefix length. */
  readonly kind: 'network' | 'interface';
  readonly within?: KnownBlock;
  readonly reserved: readonly KnownBlock[];
  /** Blocks for special uses, each with the use. */
  readonly specialUse: readonly (KnownBlock & { readonly use: string })[];
  readonly prefixLength?: number;
}

/** Character classes of a text such as a pre-shared key. */
export interface CharacterFacts {
  /** Name of the class to its characters. */
  readonly classes: Readonly<Record<string, string>>;
  /** Characters of which the page does not say whether they are allowed. */
  readonly ambiguous: string;
  /** How many of the classes must occur. */
  readonly minClasses: number;
}

/** `label`: what people call the connection; any text can stand there. */
export type FieldRole = 'project' | 'connection' | 'region' | 'context' | 'body' | 'label';

/** Everything the table says about one field. */
export interface FieldFacts {
  /** Path in the table: like a JSON pointer, with `*` for the items of a list. */
  readonly path: string;
  readonly key: string;
  readonly type: FieldType;
  readonly title: string;
  readonly description: string;
  /** Table of the API page that the field comes from. */
  readonly source: string;
  /** Sub-fields in the order of the table; empty unless the type is `object`. */
  readonly properties: ReadonlyMap<string, FieldFacts>;
  readonly required: readonly string[];
  /** Facts of the items; only when the type is `array`. */
  readonly items?: FieldFacts;
  readonly maxItems?: number;
  /** Allowed values, in the order of the table; empty when the field is not an enumeration. */
  readonly values: readonly ValueFacts[];
  /** Known values of a free text. */
  readonly suggestions: readonly ValueFacts[];
  readonly ignoresCase: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** Sentence that says what the pattern wants. */
  readonly patternMessage?: string;
  readonly examples: readonly (string | number)[];
  readonly unit?: string;
  /** What the server uses at creation when the field is left out. */
  readonly serverDefault?: string;
  readonly sensitive: boolean;
  /** Tags that refer to a value outside the file, such as `!secret`. */
  readonly secretTags: readonly string[];
  readonly recommended?: string;
  /** Values that switch a protection off, with the reason against it. */
  readonly disables: Readonly<Record<string, string>>;
  readonly gm?: GmFacts;
  /** When the connection has a value of its own here; always, if there is none. */
  readonly onlyWhile?: Condition;
  /** How the service takes the items of the list apart. */
  readonly split?: SplitItems;
  /** No two items of the list that the field belongs to may hold the same value. */
  readonly unique?: true;
  readonly address?: AddressFacts;
  readonly characters?: CharacterFacts;
  readonly form?: 'uuid';
  /** What stands between words in place of a character that the value can't hold. */
  readonly between?: string;
  readonly role?: FieldRole;
  /** By IKE version where it matters: `any`, or `v1` and `v2`. */
  readonly effects: Readonly<Record<string, Effect>>;
  /** What a change asks of the other end of the tunnel, as a sentence; nothing when the ends are independent. */
  readonly otherSide?: string;
  /** Where the answers to reading the connection and its gateway hold this fact of `context`. */
  readonly live?: Pointer;
  /** The kind of resource that the identifier means; the live account knows its name. */
  readonly names?: LiveResourceKind;
  /** Keys that people try and the API refuses here, with the reason. */
  readonly refusedKeys: Readonly<Record<string, string>>;
  /** Values that the API returns and refuses, in lower case, with the reason. */
  readonly refusedValues: Readonly<Record<string, string>>;
  /** Other names of values, as `normalize` writes them. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Says since when the field exists, when it is newer than the API page. */
  readonly newer?: string;
  /** Whether completion offers the field. */
  readonly suggested: boolean;
}
