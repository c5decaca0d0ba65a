import { describe, expect, test } from 'vitest';
import type { Ipv4Block } from '../../../server/src/service/address/ipv4';
import { createSnapshot } from '../../../server/src/service';
import type { DocumentIdentity } from '../../../server/src/service/rules/files/documentIdentity';
import {
  NetworkIndex,
  type NetworkEntry,
} from '../../../server/src/service/rules/files/networkIndex';
import { OverlapIndex } from '../../../server/src/service/rules/files/overlapIndex';

const document = (project: string, connection: string, networks: string): string =>
  `project_id: ${project}\nvpn_connection_id: 98c5af8a-1c2d-4e3f-8a9b-${connection.padStart(12, '0')}\nvpn_connection:\n  peer_subnets: [${networks}]\n`;

const identities = (text: string): (DocumentIdentity | undefined)[] =>
  createSnapshot(text).documents.map(({ analysis }) => analysis.identity);

/** An index over files, and a reader that shows overlaps as `own text ~ file:other text`. */
function indexOf(files: Readonly<Record<string, string>>): {
  index: OverlapIndex;
  show: (uri: string) => string[];
} {
  const index = new OverlapIndex();
  const texts = new Map(Object.entries(files));
  for (const [uri, text] of texts) index.update(uri, identities(text));
  const textOf = (uri: string, at: number): string =>
    createSnapshot(texts.get(uri) ?? '').documents[at]?.analysis.text ?? '';
  const show = (uri: string): string[] =>
    [...index.overlapsOf(uri)].flatMap(([at, overlaps]) =>
      overlaps.map(
        ({ kind, span, other, otherSpan }) =>
          `${kind}: ${textOf(uri, at).slice(span.start, span.end)} ~ ${other.uri}:${textOf(other.uri, other.index).slice(otherSpan.start, otherSpan.end)}`,
      ),
    );
  return { index, show };
}

describe('files/overlap', () => {
  test('one connection updated by two documents, in two files or in one, in any case of letters', () => {
    const { show } = indexOf({
      a: document('p', 'a1', '10.0.0.0/8'),
      b: `${document('p', 'b1', '11.0.0.0/8')}---\n${document('p', 'A1', '12.0.0.0/8')}`,
    });
    expect(show('a')).toEqual([
      'same-connection: 98c5af8a-1c2d-4e3f-8a9b-0000000000a1 ~ b:98c5af8a-1c2d-4e3f-8a9b-0000000000A1',
    ]);
    expect(show('b')).toEqual([
      'same-connection: 98c5af8a-1c2d-4e3f-8a9b-0000000000A1 ~ a:98c5af8a-1c2d-4e3f-8a9b-0000000000a1',
    ]);
  });

  test('one project in any case of letters', () => {
    const { show } = indexOf({
      a: document('abc', '1', '10.0.0.0/8'),
      b: document('ABC', '1', '11.0.0.0/8'),
      c: document('Abc', '2', '10.1.0.0/16'),
    });
    expect(show('a').map((each) => each.split(':')[0])).toEqual(['same-connection', 'networks']);
    expect(show('b').map((each) => each.split(':')[0])).toEqual(['same-connection']);
  });

  test('overlapping networks of two connections of one project', () => {
    const { show } = indexOf({
      a: document('p', '1', '10.0.0.0/8, 172.16.0.0/16'),
      b: document('p', '2', '10.1.0.0/16'),
      c: document('q', '3', '10.0.0.0/8'),
    });
    expect(show('a')).toEqual(['networks: 10.0.0.0/8 ~ b:10.1.0.0/16']);
    expect(show('b')).toEqual(['networks: 10.1.0.0/16 ~ a:10.0.0.0/8']);
    expect(show('c')).toEqual([]);
  });

  test('a redundant pair with the same networks is no mistake', () => {
    const { show } = indexOf({
      a: document('p', '1', '10.0.0.0/8, 172.16.0.0/16'),
      b: document('p', '2', '172.16.0.0/16, 10.0.0.0/8'),
    });
    expect(show('a')).toEqual([]);
  });

  test('follows changed and removed files', () => {
    const { index, show } = indexOf({
      a: document('p', '1', '10.0.0.0/8'),
      b: document('p', '2', '10.1.0.0/16'),
    });
    index.takeAffected();
    const change = (text: string): string[] => {
      index.update('b', identities(text));
      return [...index.takeAffected()].sort();
    };
    expect(change(document('p', '2', '11.0.0.0/8'))).toEqual(['a', 'b']);
    expect(show('a')).toEqual([]);
    expect(change(document('p', '1', '11.0.0.0/8'))).toEqual(['a', 'b']);
    expect([...index.overlapsOf('a').values()].flat()).toHaveLength(1);
    index.remove('b');
    expect([...index.takeAffected()].sort()).toEqual(['a', 'b']);
    expect(show('a')).toEqual([]);
  });

  test('a document that stays the same costs nothing and changes nothing', () => {
    const { index, show } = indexOf({ a: document('p', '1', '10.0.0.0/8'), b: '' });
    const text = document('p', '2', '10.1.0.0/16');
    index.update('b', identities(text));
    expect([...index.takeAffected()].sort()).toEqual(['a', 'b']);
    index.update('b', identities(text));
    expect([...index.takeAffected()]).toEqual([]);
    expect(show('a')).toHaveLength(1);
  });

  test('documents without identity have nothing to do with others', () => {
    const { show } = indexOf({
      a: 'hello',
      b: 'project_id: p\n',
      c: document('p', '1', '10.0.0.0/8'),
    });
    expect([show('a'), show('b'), show('c')]).toEqual([[], [], []]);
  });

  test('a place names ten others at the most', () => {
    const others = (count: number): number => {
      const files = Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`${at}`, document('p', '1', '10.0.0.0/8')]),
      );
      return indexOf({ ...files, own: document('p', '1', '') }).show('own').length;
    };
    expect([others(9), others(10), others(11)]).toEqual([9, 10, 10]);
  });
});

describe('files/overlap with 2,000 files of one project', () => {
  const count = 2000;

  /** Counts the networks that are looked at: the measure of the work that is done. */
  class CountingNetworks<Owner> extends NetworkIndex<Owner> {
    readonly count: () => void;

    constructor(count: () => void) {
      super();
      this.count = count;
    }

    override *overlapping(block: Ipv4Block): Generator<NetworkEntry<Owner>> {
      for (const entry of super.overlapping(block)) {
        this.count();
        yield entry;
      }
    }
  }

  /** An index, and how many networks it has looked at so far. */
  const counted = (): { index: OverlapIndex; looks: () => number } => {
    let looks = 0;
    const index = new OverlapIndex(() => new CountingNetworks(() => looks++));
    return { index, looks: () => looks };
  };

  /** How many networks were looked at to load all files, and then to ask for the overlaps of all. */
  const work = (networks: (at: number) => string): { loaded: number; asked: number } => {
    const { index, looks } = counted();
    for (let at = 0; at < count; at++)
      index.update(`${at}`, identities(document('p', `${at}`, networks(at))));
    index.takeAffected();
    const loaded = looks();
    for (let at = 0; at < count; at++) index.overlapsOf(`${at}`);
    return { loaded, asked: looks() - loaded };
  };

  const own = (at: number): string => `10.${at >> 8}.${at & 255}.0/24`;

  test.each<[string, (at: number) => string]>([
    ['networks of their own', own],
    ['one network in common', (at) => `${own(at)}, 192.168.0.0/16`],
    ['a network around all', (at) => (at === 0 ? '10.0.0.0/8' : own(at))],
    ['just the same networks', () => '10.0.0.0/8, 192.168.0.0/16'],
  ])('%s: each looks at a few networks, not at all', (_name, networks) => {
    const { loaded, asked } = work(networks);
    expect(loaded).toBeGreaterThanOrEqual(1);
    expect(loaded).toBeLessThan(5 * count);
    expect(asked).toBeLessThan(5 * count);
  });

  test('a change looks at the networks of one document', () => {
    const { index, looks } = counted();
    for (let at = 0; at < count; at++)
      index.update(`${at}`, identities(document('p', `${at}`, own(at))));
    index.takeAffected();
    const before = looks();
    index.update('7', identities(document('p', '7', '10.0.9.0/24')));
    expect([...index.takeAffected()].sort()).toEqual(['7', '9']);
    index.overlapsOf('9');
    expect(looks() - before).toBeLessThan(10);
  });
});
