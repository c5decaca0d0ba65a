// An entry that the user removes from the history while its update is under way stays removed.
import { afterEach, expect, test } from 'vitest';
import {
  changed,
  previousValues,
  sentValues,
  startMachine,
  type Machine,
} from '../../support/client/machine';
import { hours, minutes } from '../../support/client/virtualTime';

let machine: Machine;
afterEach(async () => {
  await machine.close();
  expect(machine.defects()).toEqual([]);
});

test('that of an update that is monitored', async () => {
  machine = await startMachine();
  const window = machine.open(changed, { replies: ['Remove'] });
  await window.start();
  await machine.time.during(window.useCases.sendUpdate(window.place));
  const [entry] = await window.useCases.journal();
  expect(entry?.stage.kind).toBe('settling');
  expect(await window.useCases.removeEntry(entry!.id)).toEqual({ kind: 'done' });
  await machine.time.pass(minutes(15));
  expect(await window.useCases.journal()).toEqual([]);
  expect([...machine.texts.keys()].filter((key) => key.startsWith('journal/'))).toEqual([]);
  expect(window.working()).toEqual([]);
});

test('that of an update that is rolled back nevertheless', async () => {
  machine = await startMachine();
  const window = machine.open(changed, { replies: ['5', 'Remove'] });
  await window.start();
  await window.apply();
  const [entry] = await window.useCases.journal();
  await window.useCases.removeEntry(entry!.id);
  await machine.time.pass(hours(1));
  expect(machine.bodies()).toEqual([sentValues, previousValues]);
  const left = (await window.useCases.journal()).map(({ purpose }) => purpose);
  expect(left).toEqual(['restore']);
});
