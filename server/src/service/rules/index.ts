// The ordered list of all rules. A new rule is one file and one line here.
import { masked } from './id/masked';
import { blank } from './psk/blank';
import { characters } from './psk/characters';
import { classes } from './psk/classes';
import { length } from './psk/length';
import { literal } from './psk/literal';
import type { Rule } from './rule';
import { cidr } from './subnets/cidr';
import { hostBits } from './subnets/hostBits';
import { reserved as subnetsReserved } from './subnets/reserved';
import { specialUse } from './subnets/specialUse';
import { host } from './tunnel/host';
import { prefix } from './tunnel/prefix';
import { range } from './tunnel/range';
import { reserved as tunnelReserved } from './tunnel/reserved';
import { empty } from './update/empty';

export const rules: readonly Rule[] = [
  empty,
  masked,
  cidr,
  subnetsReserved,
  specialUse,
  hostBits,
  range,
  tunnelReserved,
  prefix,
  host,
  length,
  characters,
  classes,
  blank,
  literal,
];
