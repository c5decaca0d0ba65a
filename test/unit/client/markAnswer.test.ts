// Answers that name fields, from the answer to the marks in the file.
import { describe, expect, test } from 'vitest';
import { connectionId, exampleUpdate } from '../../support/client/exampleUpdate';
import { fakeClient, place, preSharedKey } from '../../support/client/fakeClient';
import {
  answer,
  connectionAnswer,
  failure,
  fakeTransport,
  type Step,
} from '../../support/client/fakeTransport';

const file = { uri: place.uri, version: exampleUpdate.version, range: exampleUpdate.range };
const cleared = { place: file, marks: [] };

async function marksAfter(...script: readonly Step[]) {
  const given = fakeClient({ ports: { transport: fakeTransport(...script) } });
  await given.useCases.sendUpdate(place);
  return given.answerMarks.shown;
}

const refused = (message: string, status = 400) =>
  answer(status, { error_code: 'VPN.0001', error_msg: message, request_id: 'r' });

describe('a refusal', () => {
  test('is shown at the field that it names, with code, sentence and explanation', async () => {
    const shown = await marksAfter(refused('invalid request: ikepolicy.dh_group is wrong'));
    expect(shown).toEqual([
      cleared,
      {
        place: file,
        marks: [
          {
            range: { start: { line: 9, character: 2 }, end: { line: 9, character: 8 } },
            code: 'VPN.0001',
            message: expect.stringMatching(
              /^The service rejected the update: invalid request: ikepolicy\.dh_group is wrong\. The service considers the request invalid/,
            ),
          },
        ],
      },
    ]);
  });

  test('that repeats the key shows nothing of it', async () => {
    const [, last] = await marksAfter(refused(`psk ${preSharedKey} is weak, and so is dh_group`));
    expect(last?.marks).toHaveLength(2);
    expect(last?.marks[0]?.message).toContain('psk •••••• is weak');
    expect(JSON.stringify(last)).not.toContain('Correct-Horse');
  });

  test('of any length is shown in short', async () => {
    const [, last] = await marksAfter(refused(`dh_group ${'x'.repeat(400_000)}`));
    expect(last?.marks[0]?.message.length).toBeLessThan(600);
  });

  test.each([
    ['names no field', refused('invalid request: ILLEGAL not allowed update vpnConnection')],
    ['says nothing', answer(400, '')],
    ['has no code', answer(400, { message: 'dh_group is wrong' })],
    ['is a page', answer(400, '<html><title>dh_group</title></html>')],
  ])('that %s leaves no mark', async (_what, response) => {
    // One that the service did not write is read back.
    expect((await marksAfter(response, connectionAnswer())).flatMap(({ marks }) => marks)).toEqual(
      [],
    );
  });

  test.each([401, 403, 407, 429])('%i is about the caller, whatever it says', async (status) => {
    expect(await marksAfter(refused('psk and name are wrong', status))).toEqual([cleared]);
  });
});

describe('no mark is left', () => {
  test.each([
    [
      'an acceptance',
      [answer(200, { vpn_connection: { id: connectionId }, message: 'dh_group is wrong' })],
    ],
    ['a success of nobody', [answer(200, { message: 'dh_group is wrong' }), connectionAnswer()]],
    ['a server error', [refused('dh_group is wrong', 500), connectionAnswer()]],
    ['no answer', [failure('connection-lost'), connectionAnswer()]],
  ])('by %s, and earlier ones are removed', async (_what, script) => {
    expect(await marksAfter(...script)).toEqual([cleared]);
  });

  test('when nothing is applied: earlier ones stay', async () => {
    const given = fakeClient({
      ports: { confirmation: { ask: () => Promise.resolve('declined') } },
    });
    await given.useCases.sendUpdate(place);
    expect(given.answerMarks.shown).toEqual([]);
  });
});
