// A wrong clock makes every signature invalid. When it is right again, what waited continues by itself.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Answer, type Arrived, type Fate } from '../../support/client/cloudFront';
import { changed, previousValues, sentValues, startMachine } from '../../support/client/machine';
import type { Machine, MachineWindow } from '../../support/client/machine';
import { hours, minutes, seconds } from '../../support/client/virtualTime';

let machine: Machine;
let window: MachineWindow;
beforeEach(async () => {
  machine = await startMachine();
  window = machine.open(changed);
  await window.start();
});
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

/** What a gateway writes about a signature whose time is wrong. */
const rejections: Readonly<Record<string, Answer['body']>> = {
  'as the sandbox does': undefined,
  'as a wrong signature': {
    error_code: 'APIGW.0301',
    error_msg: 'Incorrect IAM authentication information: verify aksk signature fail',
    request_id: 'r',
  },
  'in unknown words': { error_code: 'APIGW.0301', error_msg: 'Denied', request_id: 'r' },
  'without a body': '',
};

/** A gateway that rejects while the clock is wrong. */
function rejecting(body: Answer['body']): (request: Arrived) => Fate {
  return () => {
    const isWrong = Math.abs(machine.time.wallClock() - machine.time.trueTime()) > minutes(15);
    const headers = {
      date: new Date(machine.time.trueTime()).toUTCString(),
      'content-type': 'application/json',
    };
    return isWrong && body !== undefined ? { answer: { status: 401, body, headers } } : undefined;
  };
}

const cases = Object.entries(rejections).flatMap(([how, body]) =>
  [-3, 3].map((count) => [how, count, body] as const),
);

test.each(cases)(
  'a rollback, rejected %s while the clock was wrong by %d hours',
  async (_how, count, body) => {
    await window.apply();
    await machine.time.pass(minutes(1));
    machine.cloud.fate = rejecting(body);
    machine.time.setClock(hours(count));
    const before = machine.cloud.requests.length;
    await machine.time.pass(hours(1));
    // Five failures within five minutes lock an access key.
    expect(machine.cloud.requests.length - before).toBeLessThan(14);
    machine.time.setClock(hours(-count));
    await machine.time.pass(minutes(6));
    expect(machine.bodies()).toEqual([sentValues, previousValues]);
    expect(machine.decisions()).toEqual([]);
  },
);

test.each(cases)(
  'monitoring, rejected %s while the clock was wrong by %d hours',
  async (_how, count, body) => {
    await machine.time.during(window.useCases.sendUpdate(window.place));
    machine.cloud.fate = rejecting(body);
    machine.time.setClock(hours(count));
    await machine.time.pass(hours(1));
    expect(window.texts().join()).toContain('Set the clock of this machine');
    machine.time.setClock(hours(-count));
    await machine.time.pass(minutes(6) + seconds(10));
    expect((await window.useCases.journal())[0]?.stage).toMatchObject({ status: 'ACTIVE' });
  },
);
