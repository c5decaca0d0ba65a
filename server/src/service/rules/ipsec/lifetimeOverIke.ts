// ipsec/lifetime-over-ike: a phase 2 that outlives its phase 1.
import type { ScalarNode } from '../../document/node';
import type { Pointer } from '../../document/pointer';
import { noteOnLive } from '../connectionFacts';
import { defineRule, type Finding } from '../rule';
import type { RuleDocument } from '../ruleDocument';

const body = '/vpn_connection';

export const lifetimeOverIke = defineRule({
  id: 'ipsec/lifetime-over-ike',
  severity: 'warning',
  title: 'Phase 2 lives longer than phase 1',
  why: 'Phase 2 is protected by phase 1 and is usually negotiated several times in its lifetime. The other way round traffic can stop when phase 1 ends first.',
  source: 'API page, tables 5 and 7',
  check(document, report) {
    const ike = lifetimeAt(document, `${body}/ikepolicy/lifetime_seconds`);
    const ipsec = lifetimeAt(document, `${body}/ipsecpolicy/lifetime_seconds`);
    if (ike === undefined || ipsec === undefined || ipsec.value <= ike.value) return;
    if (ipsec.node !== undefined)
      report({
        at: ipsec.node,
        message: 'The lifetime of phase 2 is longer than that of phase 1. Make it shorter.',
        ...otherLifetime('lifetime of phase 1', ike),
      });
    else if (ike.node !== undefined)
      report({
        at: ike.node,
        message: 'The lifetime of phase 1 is shorter than that of phase 2. Make it longer.',
        ...otherLifetime('lifetime of phase 2', ipsec),
      });
  },
  examples: {
    good: [
      'ikepolicy: {lifetime_seconds: 3600}\nipsecpolicy: {lifetime_seconds: 3600}',
      'ipsecpolicy: {lifetime_seconds: 604800}',
      'ikepolicy: {lifetime_seconds: 1}\nipsecpolicy: {lifetime_seconds: 3600}',
      'ikepolicy: {lifetime_seconds: 3600}\nipsecpolicy: {lifetime_seconds: 999999}',
    ],
    bad: [
      {
        yaml: 'ikepolicy: {lifetime_seconds: 3600}\nipsecpolicy: {lifetime_seconds: 3601}',
        marks: ['3601'],
      },
    ],
  },
});

/** A lifetime in the file, or without a node that of the live connection. */
interface Lifetime {
  readonly node?: ScalarNode;
  readonly value: number;
}

function lifetimeAt(document: RuleDocument, pointer: Pointer): Lifetime | undefined {
  if (document.mayHold(pointer)) return document.integer(pointer);
  const value = document.liveInteger(pointer);
  return value === undefined ? undefined : { value };
}

function otherLifetime(
  words: string,
  { node, value }: Lifetime,
): Pick<Finding, 'related' | 'note'> {
  return node === undefined
    ? { note: noteOnLive([`${words} \`${value}\``]) }
    : { related: [{ span: node.span, message: `The ${words}.` }] };
}
