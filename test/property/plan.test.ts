// Plans against anything that a file can hold and anything that the cloud can answer.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LiveAnswers } from '../../server/src/protocol/plan';
import { createSnapshot, defaultPolicy, planUpdate } from '../../server/src/service';
import { mutatedText, runs, validTexts } from '../support/mutations';

const time = { now: Date.UTC(2026, 10, 23), offsetMinutes: 0 };

/** JSON with the members that a plan looks at more likely than not. */
const answers = fc.record(
  {
    vpn_connection: fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          name: fc.jsonValue(),
          status: fc.jsonValue(),
          style: fc.jsonValue(),
          peer_subnets: fc.jsonValue(),
          policy_rules: fc.oneof(
            fc.jsonValue(),
            fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
          ),
          ikepolicy: fc.oneof(fc.jsonValue(), fc.record({ lifetime_seconds: fc.jsonValue() })),
          tunnel_peer_address: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    ),
    vpn_gateway: fc.jsonValue(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<LiveAnswers>;

const planFor = (text: string, live: LiveAnswers, earlier?: LiveAnswers) =>
  planUpdate(
    { snapshot: createSnapshot(text), version: 1, policy: defaultPolicy },
    { line: 0, character: 0 },
    { live, time, ...(earlier && { earlier }) },
  );

/** It can't be converted to a number, which throws. */
const hostileLifetime = {
  vpn_connection: { ikepolicy: { lifetime_seconds: { toString: false } } },
};

test('no text and no answer makes a plan throw', () => {
  fc.assert(
    fc.property(mutatedText, answers, answers, (text, live, earlier) => {
      expect(['ready', 'refused']).toContain(planFor(text, live, earlier).kind);
    }),
    { numRuns: runs, examples: [[validTexts[0]!, hostileLifetime, {}]] },
  );
});

/** The texts whose first document holds an update. */
const sendable = validTexts.filter((text) => planFor(text, {}).kind === 'ready');

test('most valid texts can be planned', () => {
  expect(sendable.length).toBeGreaterThan(validTexts.length / 2);
});

test.each(sendable.map((text, index) => [index, text] as const))(
  'whoever has just applied valid text %i changes nothing by applying it again',
  (_index, text) => {
    const first = planFor(text, {});
    const applied = first.kind === 'ready' ? first.plan.changedBody : undefined;
    const again = applied === undefined ? first : planFor(text, applied);
    const changes =
      again.kind === 'ready' ? again.plan.fields.filter(({ kind }) => kind === 'changes') : [];
    expect([first.kind, again.kind, changes]).toEqual(['ready', 'ready', []]);
  },
);
