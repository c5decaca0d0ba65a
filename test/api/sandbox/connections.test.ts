import { describe, expect, it } from 'vitest';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';

const client = useSandbox();

describe('an update', () => {
  it('answers 200 with the changed object, without status and key', async () => {
    const answer = await client.update(connectionIds.policy, { name: 'renamed', psk: 'Abcd_1234' });
    expect(answer.status).toBe(200);
    expect(answer.json.vpn_connection).toMatchObject({ id: connectionIds.policy, name: 'renamed' });
    expect(answer.json.vpn_connection).not.toHaveProperty('status');
    expect(answer.text).not.toContain('Abcd_1234');
    expect(answer.json.request_id).toBe(answer.headers.get('x-request-id'));
  });
});
