import { describe, expect, it } from 'vitest';
import { redactBody, redactTarget } from '../../../client/src/sandbox/redactBody';

const redacted = (value: unknown) => redactBody(Buffer.from(JSON.stringify(value)));

describe('redactBody', () => {
  it('shows the fields of an update and masks the key', () => {
    const policy_rules = [{ source: '10.0.0.0/24', destination: ['192.168.1.0/24'] }];
    expect(redacted({ vpn_connection: { name: 'a', psk: 'Secret_1', policy_rules } })).toEqual({
      vpn_connection: { name: 'a', psk: '***', policy_rules },
    });
  });

  it.each([
    { vpn_connection: { pks: 'Secret_1' } },
    { vpn_connection: { Secret_1: 'x' } },
    { vpn_connection: { ikepolicy: { psk: 'Secret_1' } } },
    { vpn_connection: { psk: { nested: ['Secret_1'] } } },
    { psk: 'Secret_1' },
    { auth: { identity: { password: { user: { name: 'x', password: 'Secret_1' } } } } },
  ])('hides the secret in %j', (body) => {
    expect(JSON.stringify(redacted(body))).not.toContain('Secret_1');
  });

  it('shows nothing of what is not JSON', () => {
    expect(redactBody(Buffer.from('{"psk": "Secret_1'))).toBe('(17 bytes that are not JSON)');
  });

  it('has nothing to say about an empty body', () => {
    expect(redactBody(Buffer.alloc(0))).toBeUndefined();
  });
});

describe('redactTarget', () => {
  it('shows the parameters of the API and masks all others with their names', () => {
    const query = 'limit=2&token=Secret_1&Secret_1=x';
    const request = { method: 'GET', path: '/p', query, headers: [], body: Buffer.alloc(0) };
    expect(redactTarget(request)).toBe('/p?limit=2&***&***');
  });
});
