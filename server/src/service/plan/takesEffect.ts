// When a change takes effect and what it does to traffic: the table's words, with the times that follow
// from the lifetimes in force now.
import { localTime } from '../../protocol/localTime';
import type { PlannedEffect, PlanTime } from '../../protocol/plan';
import { durationInWords } from '../features/durationInWords';
import type { Effect, FieldFacts } from '../schema/facts';

/** What is known about the present. */
export interface Present {
  readonly time: PlanTime;
  /** IKE version that the connection runs, in lower case; nothing when it is unknown. */
  readonly ikeVersion: string | undefined;
  /** A lifetime of the connection in seconds. */
  lifetime(pointer: string): number | undefined;
}

/** The effects of changing a field now: one, or one for each IKE version when that is unknown. */
export function effectsNow({ effects }: FieldFacts, { ikeVersion }: Present): readonly Effect[] {
  const { any } = effects;
  if (any !== undefined) return [any];
  const known = ikeVersion === undefined ? undefined : effects[ikeVersion];
  return known === undefined ? Object.values(effects) : [known];
}

/** `at the next phase-1 negotiation, within 24 h, by 14:05`. */
export function whenOf(effect: Effect, present: Present): string {
  const seconds = effect.lifetime === undefined ? undefined : present.lifetime(effect.lifetime);
  if (seconds === undefined) return effect.title;
  const within = durationInWords(seconds) ?? `${seconds} s`;
  return `${effect.title}, within ${within}, by ${clockTime(present.time, seconds)}`;
}

/** Fields by what they do to traffic, the most severe first. */
export function groupEffects(
  fields: readonly { readonly label: string; readonly effects: readonly Effect[] }[],
  present: Present,
): readonly PlannedEffect[] {
  const groups = new Map<string, { readonly effect: Effect; readonly labels: string[] }>();
  for (const { label, effects } of fields) {
    for (const effect of effects) {
      const group = groups.get(effect.id) ?? { effect, labels: [] };
      groups.set(effect.id, { ...group, labels: [...group.labels, label] });
    }
  }
  return [...groups.values()]
    .map(({ effect, labels }) => ({
      traffic: effect.traffic,
      when: whenOf(effect, present),
      text: effect.text,
      labels,
    }))
    .sort((a, b) => rank(a.traffic) - rank(b.traffic));
}

const severest: readonly string[] = [
  'interrupts',
  'unknown',
  'at-rekey',
  'at-re-establishment',
  'none',
];

function rank(traffic: string): number {
  const index = severest.indexOf(traffic);
  return index === -1 ? severest.indexOf('unknown') : index;
}

/** `14:05 UTC+01:00` today, `2026-11-24 14:05 UTC+01:00` on another day. */
export function clockTime({ now, offsetMinutes }: PlanTime, secondsAhead: number): string {
  const today = localTime(now, offsetMinutes);
  const then = localTime(now + secondsAhead * 1000, offsetMinutes);
  const time = `${then.minute} ${then.zone}`;
  return today.day === then.day ? time : `${then.day} ${time}`;
}

/** `2026-11-23 14:05 UTC+01:00` */
export function stampOf({ now, offsetMinutes }: PlanTime): string {
  const { day, minute, zone } = localTime(now, offsetMinutes);
  return `${day} ${minute} ${zone}`;
}
