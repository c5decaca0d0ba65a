// An update is partial: what it names is replaced, everything else stays.
import type { ConnectionUpdate } from '../checks/connectionUpdate';
import type { Connection, PolicyRule } from './resources';

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
    policy_rules: rules === undefined ? connection.policy_rules : numberRules(rules),
    ikepolicy: {
      ...connection.ikepolicy,
      ...ike,
      dpd: { ...connection.ikepolicy.dpd, ...dpd },
    },
    ipsecpolicy: { ...connection.ipsecpolicy, ...ipsecpolicy },
  };
}

type SentRules = NonNullable<ConnectionUpdate['policy_rules']>;

/**
 * Indices as the service returns them. It makes one internal rule per destination block, so the
 * index sent survives only while no rule has several (API page, table 4, `rule_index`).
 */
function numberRules(rules: SentRules): readonly PolicyRule[] {
  const renumber = rules.some((rule) => (rule.destination ?? []).length > 1);
  const taken = new Set(rules.map((rule) => rule.rule_index));
  let next = 1;
  return rules.map(({ rule_index: sent, source, destination }, position) => {
    while (taken.has(next)) next += 1;
    const free = sent ?? next++;
    return {
      rule_index: renumber ? position + 1 : free,
      ...(source === undefined ? {} : { source }),
      destination: destination ?? [],
    };
  });
}
