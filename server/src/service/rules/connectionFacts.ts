// What is known of the connection that a document updates: from the update itself, else from
// `context`, else from the live connection, else nothing. An unknown fact is never guessed.
import type { ScalarNode } from '../document/node';
import type { Pointer } from '../document/pointer';
import type { RelatedPlace } from '../problem';
import type { JsonObject } from '../../protocol/messages';
import { valueAt } from '../../protocol/json';
import type { FieldFacts } from '../schema/facts';
import { table } from '../schema/table';
import type { RuleDocument } from './ruleDocument';

/** Facts that conditions of the API depend on. */
export type FactName = 'style' | 'flavor' | 'association' | 'ikeVersion';

/** A known fact, in lower case, with where it comes from. */
export interface KnownFact {
  readonly value: string;
  readonly origin: 'update' | 'context' | 'live';
  /** The value in the file; nothing for a fact that is not there: a live one, or one that follows. */
  readonly node?: ScalarNode;
}

/** What is known; a missing key is an unknown fact. */
export type ConnectionFacts = Readonly<Partial<Record<FactName, KnownFact>>>;

/** What the live connection and its gateway say in words that the table knows, as the API spells them. */
export interface LiveFacts extends Readonly<Partial<Record<FactName, string>>> {
  /** The answer to reading the connection, for single values; it never holds a secret. */
  readonly held?: JsonObject;
}

/** Finds what has been read of a connection; nothing when nobody has asked. It takes keys of identifiers. */
export type LiveLookup = (project: string, connection: string) => LiveFacts | undefined;

const gmFlavor = 'gm';
const versionPointer = '/vpn_connection/ikepolicy/ike_version';

const titles: Readonly<Record<FactName, string>> = {
  style: 'The style of the connection.',
  flavor: 'The flavor of the gateway.',
  association: 'What the gateway is attached to.',
  ikeVersion: 'The IKE version.',
};

const words: Readonly<Record<FactName, string>> = {
  style: 'style',
  flavor: 'gateway flavor',
  association: 'association mode',
  ikeVersion: 'IKE version',
};

/** Where a fact can stand in the file, the first place that has it decides. */
const places: Readonly<
  Record<FactName, readonly { readonly origin: 'update' | 'context'; readonly pointer: Pointer }[]>
> = {
  style: [{ origin: 'context', pointer: '/context/style' }],
  flavor: [{ origin: 'context', pointer: '/context/flavor' }],
  association: [{ origin: 'context', pointer: '/context/association_mode' }],
  ikeVersion: [
    { origin: 'update', pointer: versionPointer },
    { origin: 'context', pointer: '/context/ike_version' },
  ],
};

/** Where `context` can say something of the connection as it is. */
export const contextPlaces: readonly { readonly name: FactName; readonly pointer: Pointer }[] = (
  Object.keys(places) as FactName[]
).flatMap((name) =>
  places[name]
    .filter(({ origin }) => origin === 'context')
    .map(({ pointer }) => ({ name, pointer })),
);

/** Reads the facts of a document. A value that the table does not allow is no fact. */
export function readConnectionFacts(
  document: Pick<RuleDocument, 'text' | 'mayHold'>,
  live: LiveFacts,
): ConnectionFacts {
  const facts: Partial<Record<FactName, KnownFact>> = {};
  for (const name of Object.keys(places) as FactName[]) {
    const known = factOf(name, document, live[name]);
    if (known !== undefined) facts[name] = known;
  }
  const version = versionOnGm(facts);
  return version === undefined ? facts : { ...facts, ikeVersion: version };
}

/**
 * Facts out of the answers to reading a connection and its gateway, taken together. A word that the
 * table does not know means nothing here.
 */
export function readLiveFacts(answers: JsonObject): LiveFacts {
  const found = contextPlaces.flatMap(({ name, pointer }) => {
    const facts = table.factsAt(pointer);
    const value = facts?.live === undefined ? undefined : valueAt(answers, facts.live);
    return facts !== undefined && typeof value === 'string' && asWord(value, facts) !== undefined
      ? [[name, value] as const]
      : [];
  });
  return { ...Object.fromEntries(found), held: answers };
}

/**
 * Where the named facts stand, as second places of a finding, and the ones that the live connection
 * told, as a note behind its message.
 */
export function relatedFacts(
  facts: ConnectionFacts,
  ...names: readonly FactName[]
): { readonly related?: readonly RelatedPlace[]; readonly note?: string } {
  const related = names.flatMap((name) => {
    const node = facts[name]?.node;
    return node === undefined ? [] : [{ span: node.span, message: titles[name] }];
  });
  const live = names.flatMap((name) => {
    const fact = facts[name];
    return fact?.origin === 'live' ? [`${words[name]} \`${fact.value}\``] : [];
  });
  return {
    ...(related.length > 0 && { related }),
    ...(live.length > 0 && { note: noteOnLive(live) }),
  };
}

/** Says behind a message what it takes from the live connection. */
export function noteOnLive(known: readonly string[]): string {
  return `(Read from the live connection: ${known.join(', ')}.)`;
}

/** Whether the gateway is known to be, or known not to be, of flavor GM. */
export function isGm(facts: ConnectionFacts): boolean | undefined {
  return facts.flavor === undefined ? undefined : facts.flavor.value === gmFlavor;
}

/**
 * On a GM gateway the table leaves one IKE version. Whoever writes another one is told so by the rule
 * for the values of GM; no other rule draws conclusions from a version that cannot run.
 */
function versionOnGm({ flavor, ikeVersion }: ConnectionFacts): KnownFact | undefined {
  if (flavor?.value !== gmFlavor) return undefined;
  const gm = table.factsAt(versionPointer)?.gm;
  const [only, ...others] = gm?.kind === 'values' ? gm.only : [];
  if (only === undefined || others.length > 0 || ikeVersion?.value === only) return undefined;
  return { value: only, origin: flavor.origin };
}

function factOf(
  name: FactName,
  document: Pick<RuleDocument, 'text' | 'mayHold'>,
  live: string | undefined,
): KnownFact | undefined {
  for (const { origin, pointer } of places[name]) {
    const found = document.text(pointer);
    const value = found === undefined ? undefined : asWord(found.value, found.facts);
    if (found !== undefined && value !== undefined) return { value, origin, node: found.node };
    // Whatever the update makes of it, it does not stay as it is: nobody knows what is meant.
    if (origin === 'update' && document.mayHold(pointer)) return undefined;
  }
  return live === undefined ? undefined : { value: live.toLowerCase(), origin: 'live' };
}

/** The value in lower case, when the table allows it in any case; an empty text says nothing. */
function asWord(value: string, { values }: FieldFacts): string | undefined {
  const word = value.toLowerCase();
  const isWord =
    values.length === 0 ? word.trim() !== '' : values.some((each) => each.value === word);
  return isWord ? word : undefined;
}
