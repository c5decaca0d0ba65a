// An update is partial: what it names is replaced, everything else stays.
import type { ConnectionUpdate } from '../checks/connectionUpdate';
import type { Connection, IkePolicy, PolicyRule } from './resources';

/** The connection with the update in it (the key is kept elsewhere); lists are replaced as a whole, objects key by key. */
export function mergeUpdate(
  connection: Connection,
  update: Omit<ConnectionUpdate, 'psk'>,
): Connection {
  const { policy_rules: rules, ikepolicy, ipsecpolicy, ...plain } = update;
  const { dpd, ...ike } = ikepolicy ?? {};
  return {
    ...connection,
    ...plain,
    policy_rules: rules === undefined ? connection.policy_rules : splitRules(rules),
    ikepolicy: withoutModeOfV1({
      ...connection.ikepolicy,
      ...ike,
      dpd: { ...connection.ikepolicy.dpd, ...dpd },
    }),
    ipsecpolicy: { ...connection.ipsecpolicy, ...ipsecpolicy },
  };
}

/**
 * With IKEv2 there is no negotiation mode (API page, table 11). The page doesn't say which one comes with
 * IKEv1 again; here the old one is lost, so that a client that relies on it fails.
 */
function withoutModeOfV1(policy: IkePolicy): IkePolicy {
  return policy.ike_version === 'v2' ? { ...policy, phase1_negotiation_mode: 'main' } : policy;
}

type SentRules = NonNullable<ConnectionUpdate['policy_rules']>;

/**
 * The rules as the service keeps them: one for each destination, so that the numbers that were sent
 * survive only while no rule has several (API page, table 4, `rule_index`).
 */
function splitRules(rules: SentRules): readonly PolicyRule[] {
  const parts = rules.flatMap(({ destination = [], ...rule }) =>
    destination.length > 1
      ? destination.map((each) => ({ ...rule, destination: [each] }))
      : [{ ...rule, destination }],
  );
  return parts.length > rules.length
    ? parts.map((part, position) => ({ ...part, rule_index: position + 1 }))
    : numberRules(parts);
}

function numberRules(
  rules: readonly (Omit<PolicyRule, 'rule_index'> & Partial<PolicyRule>)[],
): readonly PolicyRule[] {
  const taken = new Set(rules.map((rule) => rule.rule_index));
  let next = 1;
  return rules.map(({ rule_index: sent, ...rule }) => {
    while (taken.has(next)) next += 1;
    return { rule_index: sent ?? next++, ...rule };
  });
}
