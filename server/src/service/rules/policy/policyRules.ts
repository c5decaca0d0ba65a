// The policy rules of an update, parsed.
import type { DataNode } from '../../document/node';
import { childPointer } from '../../document/pointer';
import { parsedAddressFields, type ParsedAddressField } from '../addressFields';
import type { RuleDocument } from '../ruleDocument';

/** Where the list of policy rules stands. */
export const policyRulesPointer = '/vpn_connection/policy_rules';

/** One policy rule with what can be read of it. */
export interface PolicyRule {
  readonly node: DataNode;
  readonly source: ParsedAddressField | undefined;
  readonly destinations: readonly ParsedAddressField[];
}

/** All rules, in their order. */
export function policyRules(document: RuleDocument): readonly PolicyRule[] {
  return document.once(readPolicyRules);
}

function readPolicyRules(document: RuleDocument): readonly PolicyRule[] {
  const networks = parsedAddressFields(document, 'network');
  return document.items(policyRulesPointer).map((node) => ({
    node,
    source: networks.find((field) => field.node.pointer === childPointer(node.pointer, 'source')),
    destinations: networks.filter((field) =>
      field.node.pointer.startsWith(`${node.pointer}/destination/`),
    ),
  }));
}
