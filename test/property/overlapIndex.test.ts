// The index of a workspace knows after any changes what one knows that compares everything with
// everything.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, parseIpv4Block } from '../../server/src/service/address/ipv4';
import {
  groupOf,
  type DocumentIdentity,
} from '../../server/src/service/rules/files/documentIdentity';
import { OverlapIndex } from '../../server/src/service/rules/files/overlapIndex';
import { runs } from '../support/mutations';

const files = ['a', 'b', 'c', 'd'];
const networks = [
  '10.0.0.0/8',
  '10.1.0.0/16',
  '10.1.2.0/24',
  '10.2.0.0/16',
  '11.0.0.0/8',
  '0.0.0.0/0',
];

const identity: fc.Arbitrary<DocumentIdentity> = fc
  .record({
    project: fc.constantFrom('p', 'q'),
    connection: fc.constantFrom('1', '2', '3'),
    networks: fc.uniqueArray(fc.constantFrom(...networks), { maxLength: 3 }),
  })
  .map(({ project, connection, networks: texts }) => ({
    project,
    connection,
    span: { start: 0, end: 1 },
    pointer: '',
    ids: [],
    networks: texts.flatMap((text, at) => {
      const block = parseIpv4Block(text);
      return block === undefined
        ? []
        : [{ block, span: { start: at + 1, end: at + 2 }, pointer: '' }];
    }),
  }));

const change = fc.record({
  uri: fc.constantFrom(...files),
  identities: fc.array(fc.option(identity, { nil: undefined }), { maxLength: 2 }),
});

type State = ReadonlyMap<string, readonly (DocumentIdentity | undefined)[]>;

/** What the index says of a file, as a sorted list of texts. */
function said(index: OverlapIndex, uri: string): string[] {
  return [...index.overlapsOf(uri)]
    .flatMap(([at, found]) =>
      found.map(
        ({ kind, span, other }) => `${at} ${kind} ${span.start} ${other.uri} ${other.index}`,
      ),
    )
    .sort();
}

/** The same by comparing everything with everything. */
function compared(state: State, uri: string): string[] {
  const all = [...state].flatMap(([file, identities]) =>
    identities.flatMap((each, index) => (each === undefined ? [] : [{ file, index, each }])),
  );
  return all
    .filter(({ file }) => file === uri)
    .flatMap(({ index, each: own }) =>
      all.flatMap(({ file, index: at, each: other }) => {
        if ((file === uri && at === index) || own.project !== other.project) return [];
        const where = `${file} ${at}`;
        if (own.connection === other.connection) return [`${index} same-connection 0 ${where}`];
        if (groupOf(own) === groupOf(other)) return [];
        return own.networks
          .filter(({ block }) => other.networks.some((each) => overlaps(each.block, block)))
          .map(({ span }) => `${index} networks ${span.start} ${where}`);
      }),
    )
    .sort();
}

test('incremental equals fresh equals compared, and who is affected is told', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const index = new OverlapIndex();
      const state = new Map<string, readonly (DocumentIdentity | undefined)[]>();
      for (const { uri, identities } of changes) {
        const before = files.map((file) => said(index, file));
        index.takeAffected();
        index.update(uri, identities);
        state.set(uri, identities);
        const affected = index.takeAffected();
        const fresh = new OverlapIndex();
        for (const [file, each] of state) fresh.update(file, each);
        for (const [at, file] of files.entries()) {
          const now = said(index, file);
          expect(now).toEqual(compared(state, file));
          expect(now).toEqual(said(fresh, file));
          const isNews = JSON.stringify(now) !== JSON.stringify(before[at]);
          expect(affected.has(file) || !isNews).toBe(true);
        }
      }
    }),
    { numRuns: runs },
  );
});
