// The ordered list of all rules. A new rule is one file and one line here.
import { contradiction as contextContradiction } from './context/contradiction';
import { pfsDisabled as cryptoPfsDisabled } from './crypto/pfsDisabled';
import { weak as cryptoWeak } from './crypto/weak';
import { timeoutOverInterval as dpdTimeoutOverInterval } from './dpd/timeoutOverInterval';
import { timeoutV2 as dpdTimeoutV2 } from './dpd/timeoutV2';
import { immutable as gmImmutable } from './gm/immutable';
import { mixed as gmMixed } from './gm/mixed';
import { unknown as gmUnknown } from './gm/unknown';
import { value as gmValue } from './gm/value';
import { characters as idCharacters } from './id/characters';
import { fqdnNeedsId as idFqdnNeedsId } from './id/fqdnNeedsId';
import { ipValue as idIpValue } from './id/ipValue';
import { long as idLong } from './id/long';
import { masked as idMasked } from './id/masked';
import { notIp as idNotIp } from './id/notIp';
import { typeMissing as idTypeMissing } from './id/typeMissing';
import { gcmNeedsV2 as ikeGcmNeedsV2 } from './ike/gcmNeedsV2';
import { modeAggressive as ikeModeAggressive } from './ike/modeAggressive';
import { modeV1Only as ikeModeV1Only } from './ike/modeV1Only';
import { lifetimeOverIke as ipsecLifetimeOverIke } from './ipsec/lifetimeOverIke';
import { destinationDuplicate as policyDestinationDuplicate } from './policy/destinationDuplicate';
import { incomplete as policyIncomplete } from './policy/incomplete';
import { indexDuplicate as policyIndexDuplicate } from './policy/indexDuplicate';
import { indexSet as policyIndexSet } from './policy/indexSet';
import { sourceDuplicate as policySourceDuplicate } from './policy/sourceDuplicate';
import { sourceOverlap as policySourceOverlap } from './policy/sourceOverlap';
import { style as policyStyle } from './policy/style';
import { tunnels as policyTunnels } from './policy/tunnels';
import { blank as pskBlank } from './psk/blank';
import { characters as pskCharacters } from './psk/characters';
import { classes as pskClasses } from './psk/classes';
import { cut as pskCut } from './psk/cut';
import { length as pskLength } from './psk/length';
import { literal as pskLiteral } from './psk/literal';
import { shared as pskShared } from './psk/shared';
import { noEffect as pskNoEffect } from './psk/noEffect';
import { cidr as subnetsCidr } from './subnets/cidr';
import { duplicate as subnetsDuplicate } from './subnets/duplicate';
import { empty as subnetsEmpty } from './subnets/empty';
import { hostBits as subnetsHostBits } from './subnets/hostBits';
import { notNeeded as subnetsNotNeeded } from './subnets/notNeeded';
import { overlap as subnetsOverlap } from './subnets/overlap';
import { reserved as subnetsReserved } from './subnets/reserved';
import { specialUse as subnetsSpecialUse } from './subnets/specialUse';
import { block as tunnelBlock } from './tunnel/block';
import { half as tunnelHalf } from './tunnel/half';
import { host as tunnelHost } from './tunnel/host';
import { prefix as tunnelPrefix } from './tunnel/prefix';
import { range as tunnelRange } from './tunnel/range';
import { reserved as tunnelReserved } from './tunnel/reserved';
import { same as tunnelSame } from './tunnel/same';
import { style as tunnelStyle } from './tunnel/style';
import { empty as updateEmpty } from './update/empty';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  updateEmpty,
  idCharacters,
  idFqdnNeedsId,
  idIpValue,
  idLong,
  idMasked,
  idNotIp,
  idTypeMissing,
  subnetsCidr,
  subnetsDuplicate,
  subnetsEmpty,
  subnetsHostBits,
  subnetsNotNeeded,
  subnetsOverlap,
  subnetsReserved,
  subnetsSpecialUse,
  tunnelBlock,
  tunnelHalf,
  tunnelHost,
  tunnelPrefix,
  tunnelRange,
  tunnelReserved,
  tunnelSame,
  tunnelStyle,
  pskBlank,
  pskCharacters,
  pskClasses,
  pskCut,
  pskLength,
  pskLiteral,
  pskShared,
  pskNoEffect,
  policyDestinationDuplicate,
  policyIncomplete,
  policyIndexDuplicate,
  policyIndexSet,
  policySourceDuplicate,
  policySourceOverlap,
  policyStyle,
  policyTunnels,
  ikeGcmNeedsV2,
  ikeModeAggressive,
  ikeModeV1Only,
  contextContradiction,
  gmImmutable,
  gmMixed,
  gmUnknown,
  gmValue,
  cryptoPfsDisabled,
  cryptoWeak,
  dpdTimeoutOverInterval,
  dpdTimeoutV2,
  ipsecLifetimeOverIke,
];
