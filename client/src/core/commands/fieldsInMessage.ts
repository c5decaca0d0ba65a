// Which parts of an update an error message speaks of. Services write `ikepolicy.dh_group`, `peerSubnets`,
// `policy_rules[1].source`, a pointer, or the value itself, in sentences full of everyday words.
import type { FieldPlace, Json, JsonObject } from '../../../../server/src/protocol/messages';
import { pointerSegments, valueAt } from '../../../../server/src/protocol/json';

/** The parts of an update that a message is looked for in. */
export interface NamedParts {
  readonly places: readonly FieldPlace[];
  /** Values, to tell items of a list apart; a value of `sensitive` pointers is never looked for. */
  readonly body: JsonObject;
  readonly sensitive: readonly string[];
}

/** More would mean that the words of the message are not names. */
const mostParts = 10;

/** The most specific parts that the message names, in the order of the file; none when it names none. */
export function fieldsInMessage(message: string, parts: NamedParts): readonly FieldPlace[] {
  const names = namesIn(message).map((name) => placesNamed(name, parts.places));
  const everything = new Set(names.flat().map(({ pointer }) => pointer));
  const named = names.flatMap((places) => underOthers(places, names, everything));
  const exact = named.length === 0 ? parts.places : withValueSaid(message, unique(named), parts);
  const found = named.length === 0 ? valuesSaid(message, exact, parts) : exact;
  const specific = found.filter(({ pointer }) => !found.some((other) => isBelow(other, pointer)));
  return specific.length > mostParts ? [] : parts.places.filter((each) => specific.includes(each));
}

/** A name as it is written, split at dots, slashes and brackets. */
type Name = readonly string[];

function namesIn(message: string): readonly Name[] {
  const pattern = /\/?[A-Za-z_]\w*(?:[./]\w+|\[\d+\])*/g;
  return [...message.matchAll(pattern)]
    .filter(({ 0: word, index }) => isName(word, message, index))
    .map(({ 0: word }) => word.split(/[./[\]]+/).filter((part) => part !== ''));
}

/** Whether a word is a name and not a part of the sentence, which it could be when it is an everyday one. */
function isName(word: string, message: string, index: number): boolean {
  if (/[_./[]|[a-z][A-Z]/.test(word) || /^[A-Z]{2,}$/.test(word)) {
    return true;
  }
  const before = message.slice(0, index);
  const after = message.slice(index + word.length);
  const isSubject =
    /(?:^|[:;,.]\s*|\b(?:and|or|the|field|parameter|attribute|property|key|invalid|of)\s+)["'`]?$/i.test(
      before,
    ) &&
    /^["'`]?\s*(?:$|[:=(,•"'`]|(?:is|are|must|can|cannot|may|should|has|have|contains?|exceeds?|does|do|not|invalid|length|and)\b)/i.test(
      after,
    );
  const isQuoted = /["'`]$/.test(before) && /^["'`]/.test(after);
  return isSubject || isQuoted;
}

/** A name fits the end of a pointer; positions in lists may be left out. */
function placesNamed(name: Name, places: readonly FieldPlace[]): readonly FieldPlace[] {
  const hasPositions = name.some(isPosition);
  const wanted = name.map(plain);
  return places.filter(({ pointer }) => {
    const tokens = pointerSegments(pointer);
    // A list is not named by its items.
    if (!hasPositions && isPosition(tokens.at(-1) ?? '')) {
      return false;
    }
    const compared = hasPositions ? tokens : tokens.filter((token) => !isPosition(token));
    const end = compared.slice(-wanted.length).map(plain);
    return end.length === wanted.length && end.every((part, index) => part === wanted[index]);
  });
}

function isPosition(token: string): boolean {
  return /^\d+$/.test(token);
}

/** `peerSubnets`, `PEER_SUBNETS` and `peer_subnets` are one name. */
function plain(token: string): string {
  return token.replaceAll('_', '').toLowerCase();
}

/** Where a name fits in several groups, another name may say which group is meant. */
function underOthers(
  places: readonly FieldPlace[],
  names: readonly (readonly FieldPlace[])[],
  everything: ReadonlySet<string>,
): readonly FieldPlace[] {
  const isAmbiguous = new Set(places.map(({ pointer }) => parentOf(pointer))).size > 1;
  const inside = places.filter(({ pointer }) =>
    ancestorsOf(pointer).some((up) => everything.has(up)),
  );
  return isAmbiguous && names.length > 1 && inside.length > 0 ? inside : places;
}

/** Of several fitting places, those whose value the message repeats. */
function withValueSaid(
  message: string,
  places: readonly FieldPlace[],
  parts: NamedParts,
): readonly FieldPlace[] {
  const below = places.flatMap((place) => [
    place,
    ...parts.places.filter((each) => isBelow(each, place.pointer)),
  ]);
  const said = valuesSaid(message, below, parts);
  return said.length === 0 ? places : unique(said);
}

/** Places whose value is an address that stands in the message: no other value stands there by chance. */
function valuesSaid(
  message: string,
  places: readonly FieldPlace[],
  { body, sensitive }: NamedParts,
): readonly FieldPlace[] {
  return places.filter(
    ({ pointer }) => !sensitive.includes(pointer) && isSaid(valueAt(body, pointer), message),
  );
}

function isSaid(value: Json | undefined, message: string): boolean {
  if (typeof value !== 'string' || !/^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d+)?$/.test(value)) {
    return false;
  }
  // Of an interface, services name the address alone.
  return [value, value.replace(/\/\d+$/, '')].some((text) => {
    const at = message.indexOf(text);
    const around = `${message.charAt(at - 1)} ${message.charAt(at + text.length)}`;
    return at >= 0 && !/[\w/]/.test(around) && !/\.\d/.test(message.slice(at + text.length));
  });
}

function ancestorsOf(pointer: string): readonly string[] {
  const parent = parentOf(pointer);
  return parent === '' ? [] : [parent, ...ancestorsOf(parent)];
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0));
}

function isBelow({ pointer }: FieldPlace, ancestor: string): boolean {
  return pointer.startsWith(`${ancestor}/`);
}

function unique(places: readonly FieldPlace[]): readonly FieldPlace[] {
  return [...new Set(places)];
}
