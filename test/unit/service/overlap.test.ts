import { describe, expect, test } from 'vitest';
import { createSnapshot } from '../../../server/src/service';
import type { DocumentIdentity } from '../../../server/src/service/rules/files/documentIdentity';
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
    expect([...index.update('b', identities(document('p', '2', '11.0.0.0/8')))]).toEqual(['a']);
    expect(show('a')).toEqual([]);
    expect([...index.update('b', identities(document('p', '1', '11.0.0.0/8')))]).toEqual(['a']);
    expect([...index.overlapsOf('a').values()].flat()).toHaveLength(1);
    expect([...index.remove('b')]).toEqual(['a']);
    expect(show('a')).toEqual([]);
  });

  test('a document that stays the same costs nothing and changes nothing', () => {
    const { index, show } = indexOf({ a: document('p', '1', '10.0.0.0/8'), b: '' });
    const known = identities(document('p', '2', '10.1.0.0/16'));
    expect([...index.update('b', known)]).toEqual(['a']);
    expect([...index.update('b', known)]).toEqual([]);
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
});
