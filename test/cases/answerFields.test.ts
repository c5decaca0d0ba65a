// Messages of services and the fields that they name, on a document as the service reads it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fieldsInMessage } from '../../client/src/core/commands/fieldsInMessage';
import { createSnapshot, prepareUpdate } from '../../server/src/service';
import { updateText } from '../support/updateText';

const cases = parse(readFileSync('test/cases/answers/fields.yaml', 'utf8')) as readonly {
  readonly said: string;
  readonly marked: readonly string[];
}[];

const body = `name: site-a
psk: !secret site-a
peer_subnets: [192.168.1.0/24, 10.1.0.0/16]
tunnel_local_address: 169.254.70.1/30
policy_rules:
  - source: 10.0.0.0/24
    destination: [192.168.1.0/24]
  - source: 10.0.1.0/24
    destination: [10.1.0.0/16]
ikepolicy:
  dh_group: group20
  lifetime_seconds: 3600
  encryption_algorithm: aes-256
  dpd:
    timeout: 15
ipsecpolicy:
  lifetime_seconds: 3600
  encryption_algorithm: aes-256`;

test.each(cases)('$said', ({ said, marked }) => {
  const prepared = prepareUpdate(createSnapshot(updateText(body)), { line: 0, character: 0 }, 1);
  if (prepared.kind !== 'ready') throw new Error(prepared.message);
  const { update } = prepared;
  const found = fieldsInMessage(said, { ...update, sensitive: ['/vpn_connection/psk'] });
  const pointers = marked.map((path) =>
    path.startsWith('//') ? path.slice(1) : `/vpn_connection/${path}`,
  );
  expect(found.map(({ pointer }) => pointer)).toEqual(pointers);
});
