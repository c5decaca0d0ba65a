// Plans: what an update does to a live connection. Times are those of a fixed clock.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../server/src/protocol/messages';
import type { LiveAnswers, PlanTime, UpdatePlan } from '../../../server/src/protocol/plan';
import { createSnapshot, defaultPolicy, planUpdate, readPolicy } from '../../../server/src/service';
import { clockTime, stampOf } from '../../../server/src/service/plan/takesEffect';
import { connectionId, projectId, updateText } from '../../support/updateText';

const time: PlanTime = { now: Date.UTC(2026, 10, 23, 13, 5), offsetMinutes: 60 };

const ike = {
  ike_version: 'v1',
  phase1_negotiation_mode: 'main',
  authentication_algorithm: 'sha2-256',
  encryption_algorithm: 'aes-128',
  dh_group: 'group15',
  lifetime_seconds: 86400,
};

/** A connection as the API tells it, upper case where it answers in upper case. */
function liveWith(connection: JsonObject = {}, gateway: JsonObject = {}): LiveAnswers {
  return {
    vpn_connection: {
      id: connectionId,
      name: 'site-a',
      status: 'ACTIVE',
      style: 'STATIC',
      peer_subnets: ['192.168.1.0/24', '192.168.2.0/24'],
      tunnel_local_address: '169.254.70.1/30',
      tunnel_peer_address: '169.254.70.2/30',
      ikepolicy: ike,
      ipsecpolicy: { lifetime_seconds: 3600, pfs: 'group15' },
      updated_at: '2026-11-23T12:00:00.000Z',
      ...connection,
    },
    vpn_gateway: { flavor: 'Professional1', attachment_type: 'vpc', ...gateway },
  };
}

function resultOf(text: string, live: LiveAnswers, more: { earlier?: LiveAnswers } = {}) {
  const file = { snapshot: createSnapshot(text), version: 7, policy: defaultPolicy };
  return planUpdate(file, { line: 0, character: 0 }, { live, time, ...more });
}

function planOf(body: string, live = liveWith(), more: { earlier?: LiveAnswers } = {}): UpdatePlan {
  const result = resultOf(updateText(body), live, more);
  if (result.kind === 'refused') throw new Error(result.firstError?.message ?? result.message);
  return result.plan;
}

/** `label kind: before -> after, when` */
const linesOf = ({ fields }: UpdatePlan): readonly string[] =>
  fields.map(
    ({ label, kind, before = '(none)', after, when }) =>
      `${label} ${kind}: ${before} -> ${after}${when === undefined ? '' : `, ${when}`}`,
  );

describe('each field beside the connection', () => {
  test.each<readonly [string, JsonObject, readonly string[]]>([
    ['name: site-b', {}, ['name changes: site-a -> site-b, at once, without effect on traffic']],
    ['name: site-a', {}, ['name same: site-a -> site-a']],
    [
      'ikepolicy: {dh_group: group20}',
      {},
      [
        'ikepolicy.dh_group changes: group15 -> group20, at the next phase-1 negotiation, within 24 h, by 2026-11-24 14:05 UTC+01:00',
      ],
    ],
    [
      'ipsecpolicy: {pfs: group20}',
      {},
      [
        'ipsecpolicy.pfs changes: group15 -> group20, at the next phase-2 negotiation, within 1 h, by 15:05 UTC+01:00',
      ],
    ],
    // The lifetime in force bounds the moment, not the one that is sent.
    [
      'ipsecpolicy: {lifetime_seconds: 7200}',
      {},
      [
        'ipsecpolicy.lifetime_seconds changes: 3600 -> 7200, at the next phase-2 negotiation, within 1 h, by 15:05 UTC+01:00',
      ],
    ],
    [
      'ipsecpolicy: {pfs: group20}',
      { ipsecpolicy: { pfs: 'group15' } },
      ['ipsecpolicy.pfs changes: group15 -> group20, at the next phase-2 negotiation'],
    ],
    [
      'ikepolicy: {ike_version: v2}',
      {},
      ['ikepolicy.ike_version changes: v1 -> v2, at once, the tunnel renegotiates'],
    ],
    [
      'peer_subnets: [192.168.2.0/24, 192.168.1.0/24]',
      {},
      ['peer_subnets same: 192.168.1.0/24, 192.168.2.0/24 -> 192.168.2.0/24, 192.168.1.0/24'],
    ],
    [
      'peer_subnets: [192.168.1.0/24]',
      {},
      [
        'peer_subnets changes: 192.168.1.0/24, 192.168.2.0/24 -> 192.168.1.0/24, not documented: plan for an interruption',
      ],
    ],
    [
      'ikepolicy: {dpd: {interval: 30}}',
      {},
      ['ikepolicy.dpd.interval changes: (none) -> 30, not documented'],
    ],
    [
      'ikepolicy: {ike_version: v1, dh_group: group15}',
      { ikepolicy: { ...ike, ike_version: 'V1', dh_group: 'GROUP15' } },
      ['ikepolicy.ike_version same: V1 -> v1', 'ikepolicy.dh_group same: GROUP15 -> group15'],
    ],
  ])('%s', (body, connection, expected) => {
    expect(linesOf(planOf(body, liveWith(connection)))).toEqual(expected);
  });

  test.each([
    ['[192.168.2.0/24]', { added: [], removed: ['192.168.1.0/24'], kept: 1 }],
    [
      '[192.168.2.77/24, 10.1.0.0/16]',
      { added: ['10.1.0.0/16'], removed: ['192.168.1.0/24'], kept: 1 },
    ],
    ['[192.168.2.0/24, 192.168.1.0/24]', undefined],
  ])('of a list, the items that %s adds and removes', (list, expected) => {
    expect(planOf(`peer_subnets: ${list}`).fields[0]?.list).toEqual(expected);
  });

  test('a list of a connection that has none is added item by item', () => {
    const { fields, markdown } = planOf(
      'peer_subnets: [192.168.1.0/24, 192.168.2.0/24]',
      liveWith({ peer_subnets: null }),
    );
    expect(fields[0]?.list?.added).toEqual(['192.168.1.0/24', '192.168.2.0/24']);
    expect(markdown).toContain('| (none) | `+ 192.168.1.0/24`, `+ 192.168.2.0/24` |');
  });

  test('a key is shown as its reference and nobody can tell whether it changes', () => {
    const plan = planOf('psk: !secret site-a\nname: site-b');
    expect(plan.fields[0]).toEqual({
      pointer: '/vpn_connection/psk',
      label: 'psk',
      kind: 'unreadable',
      after: '!secret site-a',
      when: 'at the next negotiation, within 24 h, by 2026-11-24 14:05 UTC+01:00',
      otherSide: 'The other side needs the same value.',
      note: "The API never returns it, so it isn't known whether it changes.",
    });
  });

  test('with an unknown IKE version both possibilities are told', () => {
    const live = liveWith({ ikepolicy: { lifetime_seconds: 86400 } });
    expect(planOf('psk: !secret a\nname: b', live).fields[0]?.when).toBe(
      'with IKEv1 at the next negotiation, within 24 h, by 2026-11-24 14:05 UTC+01:00; with IKEv2 only after the connection is re-established',
    );
  });

  test('a literal key occurs nowhere in a plan', () => {
    const plan = planOf(
      'psk: Secret-Key-123\n# vpnconn-disable-next-line psk/shared\nname: Secret-Key-123',
    );
    expect(JSON.stringify({ ...plan, changedBody: undefined })).not.toContain('Secret-Key-123');
  });
});

describe('effects on traffic', () => {
  test('the most severe stands first, and fields with one effect stand together', () => {
    const { effects } = planOf(
      'name: b\npeer_subnets: [10.9.0.0/16]\nikepolicy: {ike_version: v2, dh_group: group20, lifetime_seconds: 3600}',
    );
    expect(effects.map(({ traffic, labels }) => [traffic, ...labels])).toEqual([
      ['interrupts', 'ikepolicy.ike_version'],
      ['unknown', 'peer_subnets'],
      ['at-rekey', 'ikepolicy.dh_group', 'ikepolicy.lifetime_seconds'],
      ['none', 'name'],
    ]);
  });

  test('there are none when nothing changes, and nothing is left to send', () => {
    const plan = planOf('name: site-a');
    expect([plan.effects, plan.changedBody]).toEqual([[], undefined]);
  });
});

describe('what only live facts can tell', () => {
  test('a key beside fields that change nothing is the trap of IKEv2', () => {
    const live = liveWith({ ikepolicy: { ...ike, ike_version: 'v2' } });
    expect(planOf('psk: !secret a\nname: site-a', live).warnings).toEqual([
      'With IKEv2 a new key alone has no effect until the connection is re-established. Change another field with it, or re-establish the connection. (Read from the live connection: IKE version "v2".)',
    ]);
    expect(planOf('psk: !secret a\nname: site-b', live).warnings).toEqual([]);
    expect(planOf('psk: !secret a\nname: site-a').warnings).toEqual([]);
  });

  test('an end of the tunnel that does not fit the stored one is refused', () => {
    const result = resultOf(updateText('tunnel_local_address: 169.254.80.1/30'), liveWith());
    expect(result).toMatchObject({
      kind: 'refused',
      reason: 'errors',
      firstError: {
        code: 'tunnel/half',
        message:
          'The connection holds "169.254.70.2/30" for the other end, which is not the other host of this block. Write both addresses.',
      },
    });
  });

  test('an end that fits the stored one, or stays as it is, is in order', () => {
    expect(linesOf(planOf('tunnel_local_address: 169.254.70.1/30'))).toEqual([
      'tunnel_local_address same: 169.254.70.1/30 -> 169.254.70.1/30',
    ]);
    const live = liveWith({ tunnel_local_address: '' });
    expect(planOf('tunnel_local_address: 169.254.70.1/30', live).effects).toHaveLength(1);
  });

  test.each([
    ['style: policy', 'context/contradiction'],
    ['flavor: GM', 'context/contradiction'],
    ['association_mode: er', 'context/contradiction'],
    ['ike_version: v2', 'context/contradiction'],
  ])('context that says otherwise is refused: %s', (context, code) => {
    const text = `context: {${context}}\n${updateText('name: b')}`;
    expect(resultOf(text, liveWith())).toMatchObject({ kind: 'refused', firstError: { code } });
  });

  test('a rule that the settings switch off is off here, too', () => {
    const file = {
      snapshot: createSnapshot(`context: {style: policy}\n${updateText('name: b')}`),
      version: 1,
      policy: readPolicy({ 'context/contradiction': 'off' }),
    };
    const input = { live: liveWith(), time };
    expect(planUpdate(file, { line: 0, character: 0 }, input).kind).toBe('ready');
  });

  test('policy rules of a route-based connection are refused', () => {
    const text = updateText(
      'policy_rules: [{rule_index: 1, source: 10.0.0.0/24, destination: [192.168.1.0/24]}]',
    );
    expect(resultOf(text, liveWith()).kind).toBe('refused');
    expect(resultOf(text, liveWith({ style: 'POLICY', policy_rules: [] })).kind).toBe('ready');
  });
});

describe('both sides as YAML', () => {
  test('stand in the order of the table, without what an update cannot send', () => {
    const { before, after } = planOf(
      'ikepolicy: {dh_group: group20}\npsk: !env SITE_A\nname: site-b\npeer_subnets: [192.168.2.0/24, 192.168.1.0/24]',
      liveWith({ ipsecpolicy: null, tunnel_local_address: null, tunnel_peer_address: null }),
    );
    const common = (name: string, psk: string, group: string) => `vpn_connection:
  name: ${name}
  peer_subnets: [192.168.1.0/24, 192.168.2.0/24]
${psk}  ikepolicy:
    ike_version: v1
    phase1_negotiation_mode: main
    authentication_algorithm: sha2-256
    encryption_algorithm: aes-128
    dh_group: ${group}
    lifetime_seconds: 86400
`;
    expect(before).toBe(common('site-a', '', 'group15'));
    expect(after).toBe(common('site-b', '  psk: !env SITE_A\n', 'group20'));
  });

  test('show a list of blocks as one', () => {
    const rule = { rule_index: 1, source: '10.0.0.0/24', destination: ['192.168.1.0/24'] };
    const live = liveWith({ style: 'POLICY', policy_rules: [rule] });
    const { after } = planOf(
      'policy_rules: [{rule_index: 1, source: 10.0.1.0/24, destination: [192.168.1.0/24]}]',
      live,
    );
    expect(after).toContain(`  policy_rules:
    - rule_index: 1
      source: 10.0.1.0/24
      destination: [192.168.1.0/24]
`);
  });

  test('show that the mode of IKEv1 goes with it', () => {
    const { before, after, fields } = planOf('ikepolicy: {ike_version: v2}');
    expect(before).toContain('phase1_negotiation_mode: main');
    expect(after).not.toContain('phase1_negotiation_mode');
    expect(fields).toHaveLength(1);
  });

  test('show rules that the service split as they were sent', () => {
    const part = (rule_index: number, to: string) => ({
      ...{ rule_index, source: '10.0.0.0/24' },
      destination: [to],
    });
    const live = liveWith({
      style: 'POLICY',
      policy_rules: [part(2, '192.168.2.0/24'), part(1, '192.168.1.0/24')],
    });
    const rules = 'policy_rules: [{source: 10.0.0.0/24, destination: [192.168.1.0/24';
    const added = planOf(`${rules}, 192.168.3.0/24]}]`, live, { earlier: liveWith() });
    expect(added.before).toContain(`  policy_rules:
    - source: 10.0.0.0/24
      destination: [192.168.1.0/24, 192.168.2.0/24]
`);
    const now = '10.0.0.0/24 → 192.168.1.0/24, 10.0.0.0/24 → 192.168.2.0/24';
    expect(added.fields[0]).toMatchObject({
      before: now,
      list: {
        added: ['10.0.0.0/24 → 192.168.3.0/24'],
        removed: ['10.0.0.0/24 → 192.168.2.0/24'],
        kept: 1,
      },
    });
    expect(added.moved.find(({ label }) => label === 'policy_rules')?.now).toBe(now);
    const same = planOf(`name: b\n${rules}, 192.168.2.0/24]}]`, live);
    expect(same.fields[1]?.kind).toBe('same');
    expect(same.after).toContain(added.before.slice(added.before.indexOf('  policy_rules')));
  });

  test('are equal when nothing changes', () => {
    const { before, after } = planOf('ikepolicy: {dh_group: group15}\nname: site-a');
    expect(after).toBe(before);
  });
});

describe('only what changes', () => {
  test('is a body of its own, with the key always in it', () => {
    expect(
      planOf('name: site-a\npsk: !secret a\nikepolicy: {ike_version: v1, dh_group: group20}')
        .changedBody,
    ).toEqual({ vpn_connection: { psk: null, ikepolicy: { dh_group: 'group20' } } });
  });

  test('is not offered when the fields would be refused without the others', () => {
    const live = liveWith({ ikepolicy: { ...ike, peer_id_type: 'ip', peer_id: 'b.example' } });
    const body = 'ikepolicy: {peer_id_type: fqdn, peer_id: b.example}';
    const plan = planOf(body, live);
    expect(linesOf(plan).map((line) => line.split(' ')[1])).toEqual(['changes:', 'same:']);
    expect(plan.changedBody).toBeUndefined();
  });
});

describe('what somebody else changed since the last look', () => {
  test('is told beside what this update makes of it', () => {
    const earlier = liveWith({ name: 'old', peer_subnets: ['192.168.2.0/24', '192.168.1.0/24'] });
    const live = liveWith({ ikepolicy: { ...ike, dpd: { interval: 30 } } });
    expect(planOf('name: site-b', live, { earlier }).moved).toEqual([
      { label: 'name', earlier: 'old', now: 'site-a', planned: 'site-b' },
      { label: 'ikepolicy.dpd.interval', now: '30' },
    ]);
  });

  test('is nothing when both looks are alike', () => {
    expect(planOf('name: site-b', liveWith(), { earlier: liveWith() }).moved).toEqual([]);
  });
});

test('the Markdown holds the whole plan', () => {
  const { markdown } = planOf('name: "site-b"\nikepolicy: {dh_group: group15, ike_version: v2}');
  expect(markdown).toBe(`# Update of VPN connection site-a

- Connection: \`${connectionId}\`, ACTIVE
- Project: \`${projectId}\`
- Compared with the live connection at 2026-11-23 14:05 UTC+01:00

## Fields

| Field | Now | After | Takes effect |
|---|---|---|---|
| \`name\` | \`site-a\` | \`site-b\` | at once, without effect on traffic |
| \`ikepolicy.dh_group\` | \`group15\` | \`group15\` | no change |
| \`ikepolicy.ike_version\` | \`v1\` | \`v2\` | at once, the tunnel renegotiates |

## Effect on traffic

- **At once, the tunnel renegotiates** (\`ikepolicy.ike_version\`): Takes effect at once: the tunnel is negotiated anew. Traffic pauses until both ends agree, so change the other side at the same time.
- **At once, without effect on traffic** (\`name\`): Takes effect at once. No effect on traffic is documented or expected (an inference, not a statement of the API page).

## The other side

- \`ikepolicy.ike_version\`: The other side needs the same value.
`);
});

test('a value of the cloud cannot break out of its cell', () => {
  const { markdown } = planOf('name: b', liveWith({ name: '`|<b>\n# x' }));
  expect(markdown).toContain('| `` `\\|<b>\\u{a}# x `` |');
  expect(markdown.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
});

test.each([
  [0, 3600, '14:05 UTC+00:00'],
  [60, 3600, '15:05 UTC+01:00'],
  [0, 10 * 3600 + 54 * 60, '23:59 UTC+00:00'],
  [0, 10 * 3600 + 55 * 60, '2026-11-24 00:00 UTC+00:00'],
  [-330, 0, '07:35 UTC-05:30'],
])('the clock %i minutes ahead of UTC, %i s from now, shows %s', (offsetMinutes, ahead, shown) => {
  expect(clockTime({ ...time, offsetMinutes }, ahead)).toBe(shown);
});

test.each([
  [60, '2026-11-23 14:05 UTC+01:00'],
  [-570, '2026-11-23 03:35 UTC-09:30'],
])('a stamp %i minutes ahead of UTC is %s', (offsetMinutes, stamp) => {
  expect(stampOf({ ...time, offsetMinutes })).toBe(stamp);
});
