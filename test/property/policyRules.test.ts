// Policy rules make the whole round: what the service split and numbered can be sent again, from
// wherever it is taken, and is the same as what was sent in the first place.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { previousValues } from '../../client/src/core/journal/previousValues';
import { restorableValues } from '../../client/src/core/journal/restorableValues';
import { connectionIds } from '../../client/src/sandbox/seeds/project';
import { valueAt, type Json, type JsonObject } from '../../server/src/protocol/json';
import type { UpdateDraft } from '../../server/src/protocol/messages';
import { sameValue } from '../../server/src/protocol/sameValue';
import {
  createSnapshot,
  defaultPolicy,
  planUpdate,
  prepareUpdate,
  pullValues,
  writeUpdate,
} from '../../server/src/service';
import { runs } from '../support/mutations';
import { sandboxCloud } from '../support/sandboxCloud';
import { connectionId, projectId } from '../support/updateText';

/** A round takes longer than most properties. */
const rounds = Math.ceil(runs / 5);

const pointer = '/vpn_connection/policy_rules';
const start = { line: 0, character: 0 };

const network = fc
  .tuple(fc.nat(255), fc.nat(255), fc.constantFrom(0, 0, 0, 7), fc.constantFrom(24, 24, 32))
  .map(([a, b, host, length]) => `10.${a}.${b}.${host}/${length}`);

const sameNetwork = (a: string, b: string): boolean =>
  sameValue('/vpn_connection/peer_subnets', [a], [b]);

const networks = (minLength: number, maxLength: number) =>
  fc.uniqueArray(network, { minLength, maxLength, comparator: sameNetwork, size: 'max' });

/** What an update may hold: up to five rules with up to fifty destinations, with or without numbers. */
const rules = fc.integer({ min: 0, max: 5 }).chain((count) =>
  fc
    .tuple(
      networks(count, count),
      fc.array(fc.oneof({ weight: 19, arbitrary: networks(0, 4) }, networks(50, 50)), {
        minLength: count,
        maxLength: count,
      }),
      fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: count, maxLength: count }),
      fc.boolean(),
    )
    .map(([sources, destinations, numbers, isNumbered]) =>
      sources.map((source, index) => ({
        ...(isNumbered && { rule_index: numbers[index]! }),
        source,
        destination: destinations[index]!,
      })),
    ),
) as fc.Arbitrary<readonly JsonObject[]>;

const bodyOf = (policy_rules: readonly JsonObject[]): JsonObject => ({
  vpn_connection: { policy_rules },
});

/** The connection after the first update and after the second. */
function afterTwo(first: readonly JsonObject[], second: readonly JsonObject[]) {
  const { get, put } = sandboxCloud(connectionIds.policy);
  expect(put(bodyOf(first))).toBe('accepted');
  const before = get();
  expect(put(bodyOf(second))).toBe('accepted');
  return { before, remote: get(), get, put };
}

function written(body: JsonObject, more: Partial<UpdateDraft> = {}) {
  return writeUpdate({ notes: [], projectId, connectionId, body, secrets: [], ...more });
}

/** The rules of the first document of a file. */
function rulesIn(text: string): Json | undefined {
  const prepared = prepareUpdate(createSnapshot(text), start, 1);
  return prepared.kind === 'ready' ? valueAt(prepared.update.body, pointer) : prepared.message;
}

const same = (a: Json | undefined, b: Json | undefined): boolean => sameValue(pointer, a, b);

describe('rules that the service split', () => {
  test('are previous values that can be sent', () => {
    fc.assert(
      fc.property(rules, rules, (first, second) => {
        const { before, remote, get, put } = afterTwo(first, second);
        const sent = bodyOf(second);
        const previous = previousValues({ sent, secrets: [], before })!;
        expect(restorableValues({ sent, secrets: [], before, remote })).toEqual(previous);
        fc.pre(previous.fields.length > 0);
        expect(written(previous.body).complaint).toBeUndefined();
        expect(put(previous.body)).toBe('accepted');
        expect(same(valueAt(get(), pointer), first)).toBe(true);
        expect(same(valueAt(get(), pointer), valueAt(before, pointer))).toBe(true);
      }),
      { numRuns: rounds },
    );
  });

  test('are what the file says after an update from the cloud', () => {
    fc.assert(
      fc.property(rules, rules, fc.boolean(), (first, second, isFlow) => {
        const { before: live } = afterTwo(first, second);
        const file = isFlow
          ? `${JSON.stringify({ project_id: projectId, vpn_connection_id: connectionId, ...bodyOf(second) })}\n`
          : written(bodyOf(second)).text;
        const result = pullValues({ snapshot: createSnapshot(file), version: 1 }, start, live);
        const { edits, kept } =
          result.kind === 'ready' ? result.pulled : { edits: [], kept: [result.message] };
        // A list on lines of their own can't become an empty one, nor an empty one such a list.
        fc.pre(isFlow || (first.length > 0 && second.length > 0));
        const after = TextDocument.applyEdits(TextDocument.create('a', 'b', 1, file), [...edits]);
        expect([kept, same(rulesIn(after), first)]).toEqual([[], true]);
      }),
      { numRuns: rounds },
    );
  });

  test('are what a new file says', () => {
    fc.assert(
      fc.property(rules, (first) => {
        const { before: live } = afterTwo(first, []);
        const { text, complaint } = written(live, { live });
        expect([complaint, same(rulesIn(text), first)]).toEqual([undefined, true]);
      }),
      { numRuns: rounds },
    );
  });

  test('do not change when they are sent again', () => {
    fc.assert(
      fc.property(rules, (first) => {
        const { before: live } = afterTwo(first, []);
        const file = { snapshot: createSnapshot(written(bodyOf(first)).text), version: 1 };
        const time = { now: 0, offsetMinutes: 0 };
        const result = planUpdate({ ...file, policy: defaultPolicy }, start, { live, time });
        const kinds = result.kind === 'ready' ? result.plan.fields.map(({ kind }) => kind) : result;
        expect(kinds).toEqual(first.length === 0 ? expect.anything() : ['same']);
      }),
      { numRuns: rounds },
    );
  });
});
