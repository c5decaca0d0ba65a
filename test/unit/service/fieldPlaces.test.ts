import { expect, test } from 'vitest';
import { createSnapshot, prepareUpdate } from '../../../server/src/service';
import { projectId, updateText } from '../../support/updateText';

/** Each place as `pointer: text that stands there`. */
function placesIn(text: string, line = 0): readonly string[] {
  const prepared = prepareUpdate(createSnapshot(text), { line, character: 0 }, 1);
  if (prepared.kind !== 'ready') throw new Error(prepared.message);
  const lines = text.split('\n');
  return prepared.update.places.map(({ pointer, range: { start, end } }) => {
    expect(end.line, 'one line').toBe(start.line);
    return `${pointer}: ${lines[start.line]?.slice(start.character, end.character)}`;
  });
}

const identifiers = [
  `/project_id: ${projectId}`,
  '/vpn_connection_id: 98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3',
];

test('values stand where they are written; groups and lists at their keys', () => {
  const text = updateText(`name: "site-a"
psk: !secret site-a
peer_subnets: [10.1.0.0/16]
policy_rules:
  - source: 10.0.0.0/24
    destination:
      - 10.1.0.0/16
ikepolicy: {dh_group: group20}`);
  expect(placesIn(text)).toEqual([
    ...identifiers,
    '/vpn_connection/name: "site-a"',
    '/vpn_connection/psk: site-a',
    '/vpn_connection/peer_subnets: peer_subnets',
    '/vpn_connection/peer_subnets/0: 10.1.0.0/16',
    '/vpn_connection/policy_rules: policy_rules',
    '/vpn_connection/policy_rules/0: source',
    '/vpn_connection/policy_rules/0/source: 10.0.0.0/24',
    '/vpn_connection/policy_rules/0/destination: destination',
    '/vpn_connection/policy_rules/0/destination/0: 10.1.0.0/16',
    '/vpn_connection/ikepolicy: ikepolicy',
    '/vpn_connection/ikepolicy/dh_group: group20',
  ]);
});

test('values that come through an alias or a merge stand where they are used', () => {
  const text = `x-a: &a 10.1.0.0/16\nx-i: &i {dh_group: group20}\n${updateText(
    'peer_subnets: [*a]\nikepolicy:\n  <<: *i\n  ike_version: v2',
  )}`;
  expect(placesIn(text)).toEqual([
    ...identifiers,
    '/vpn_connection/peer_subnets: peer_subnets',
    '/vpn_connection/peer_subnets/0: *a',
    '/vpn_connection/ikepolicy: ikepolicy',
    '/vpn_connection/ikepolicy/ike_version: v2',
    '/vpn_connection/ikepolicy/dh_group: *i',
  ]);
});

test('the second document of a file has places of its own, and nothing that is not sent', () => {
  const text = `${updateText('name: a')}---\ncontext: {style: static}\nregion: eu-west-101\n${updateText('name: b')}`;
  expect(placesIn(text, 6)).toEqual([...identifiers, '/vpn_connection/name: b']);
});

test('Windows line ends and characters beyond the basic plane count as the editor counts', () => {
  const text = updateText('name: b # \u{1F600}').replaceAll('\n', '\r\n');
  expect(placesIn(text).at(-1)).toBe('/vpn_connection/name: b');
});
