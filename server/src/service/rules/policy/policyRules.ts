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

/** The sources of the rules that have one, in their order. */
export function policySources(document: RuleDocument): readonly ParsedAddressField[] {
  return policyRules(document).flatMap(({ source }) => source ?? []);
}

function readPolicyRules(document: RuleDocument): readonly PolicyRule[] {
  const networks = new Map<DataNode | undefined, ParsedAddressField>(
    parsedAddressFields(document, 'network').map((field) => [field.node, field]),
  );
  return document.items(policyRulesPointer).map((node) => ({
    node,
    source: networks.get(document.node(childPointer(node.pointer, 'source'))),
    destinations: document
      .items(childPointer(node.pointer, 'destination'))
      .flatMap((item) => networks.get(item) ?? []),
  }));
}
