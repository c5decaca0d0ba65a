// A failing history for people.
import type { Violation } from './history';
import type { Script } from './script';
import { shrink } from './shrink';
import { simulate } from './simulate';

/** A failing seed with the shortest script that was found and the events of it. */
export async function reportFailure(script: Script, violation: Violation): Promise<string> {
  const short = await shrink(script, violation.rule);
  const { violation: again, lines } = await simulate(short, true);
  return [
    `Seed ${script.seed} breaks the rule ${violation.rule}: ${violation.text}`,
    `Shortest script: ${JSON.stringify(short)}`,
    ...lines.map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line)),
    `${again?.rule ?? 'nothing'}: ${again?.text ?? ''}`,
  ].join('\n');
}
