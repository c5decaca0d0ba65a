// Values that follow from what the document holds already: the other end of a link, the next free
// number, the next network.
import { formatIpv4, hostsOf, parseIpv4Block, type Ipv4Block } from '../../address/ipv4';
import { childOf, nodeAtPointer, walk, type DataNode, type MapNode } from '../../document/node';
import { lastSegment, parentPointer, type Pointer } from '../../document/pointer';
import type { FieldFacts } from '../../schema/facts';
import { table } from '../../schema/table';

/** A value that follows from others, with the reason for it in a word or two. */
export interface DerivedValue {
  readonly value: string;
  readonly note: string;
}

/** What follows for the value at `pointer`, best first. */
export function deriveValues(
  pointer: Pointer,
  facts: FieldFacts,
  root: DataNode,
): readonly DerivedValue[] {
  if (facts.address?.kind === 'interface') return otherHosts(pointer, facts, root);
  if (facts.address?.kind === 'network') return nextNetwork(facts, root);
  return facts.unique ? nextNumber(pointer, facts, root) : [];
}

/** Interface addresses beside one another are the ends of one link: hosts of one block. */
function otherHosts(pointer: Pointer, facts: FieldFacts, root: DataNode): readonly DerivedValue[] {
  const parent = nodeAtPointer(root, parentPointer(pointer));
  const siblings = parent?.kind === 'map' ? blocksOf(parent, 'interface', facts.key) : [];
  return siblings
    .filter(({ prefixLength }) => prefixLength === facts.address?.prefixLength)
    .flatMap((block) => {
      const hosts = hostsOf(block).filter((host) => host !== block.address);
      return hosts.map((host) => ({
        value: formatIpv4(host, block.prefixLength),
        note: 'other host',
      }));
    });
}

/** The network behind all others of the same field, when the example is taken. */
function nextNetwork(facts: FieldFacts, root: DataNode): readonly DerivedValue[] {
  const texts = [...walk(root)].flatMap((node) =>
    table.factsAt(node.pointer)?.path === facts.path ? (textOf(node) ?? []) : [],
  );
  if (!facts.examples.some((example) => texts.includes(String(example)))) return [];
  const blocks = texts.flatMap((text) => parseIpv4Block(text) ?? []);
  const highest = blocks.reduce((a, b) => (b.last > a.last ? b : a));
  const next = highest.last + 1;
  return next < 2 ** 32
    ? [{ value: formatIpv4(next, highest.prefixLength), note: 'next network' }]
    : [];
}

/** The smallest number that no item of the list has. */
function nextNumber(pointer: Pointer, facts: FieldFacts, root: DataNode): readonly DerivedValue[] {
  const item = parentPointer(pointer);
  const list = nodeAtPointer(root, parentPointer(item));
  const others = list?.kind === 'sequence' ? list.items : [];
  const used = new Set(
    others.filter((other) => other.pointer !== item).map((other) => numberIn(other, pointer)),
  );
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = facts;
  let free = minimum;
  while (used.has(free)) free++;
  return free <= maximum ? [{ value: String(free), note: 'next free' }] : [];
}

function numberIn(item: DataNode, pointer: Pointer): unknown {
  const node = childOf(item, lastSegment(pointer));
  return node?.kind === 'scalar' ? node.value : undefined;
}

function blocksOf(
  map: MapNode,
  kind: 'interface' | 'network',
  except: string,
): readonly Ipv4Block[] {
  return map.entries.flatMap(({ key, value }) => {
    const text = textOf(value);
    const isOne = key !== except && table.factsAt(value.pointer)?.address?.kind === kind;
    return isOne && text !== undefined ? (parseIpv4Block(text) ?? []) : [];
  });
}

function textOf(node: DataNode): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
