// Prompts that are answered from a script. `undefined` stands for Escape.
import type { Prompts, TextQuestion } from '../../../client/src/core/ports/ports';

export interface FakePrompts extends Prompts {
  readonly asked: readonly (string | TextQuestion)[];
  /** Labels of every list that was offered. */
  readonly offered: readonly (readonly string[])[];
}

/**
 * Picks the choice whose label is the reply, or types the reply if the question's own check lets it
 * pass; a reply that cannot be given fails the test.
 */
export function fakePrompts(...replies: readonly (string | undefined)[]): FakePrompts {
  const asked: (string | TextQuestion)[] = [];
  const offered: (readonly string[])[] = [];
  const next = (): string | undefined => {
    if (asked.length > replies.length) {
      throw new Error('one question too many');
    }
    return replies[asked.length - 1];
  };
  return {
    asked,
    offered,
    pick: (title, choices) => {
      asked.push(title);
      offered.push(choices.map(({ label }) => label));
      const label = next();
      const choice = choices.find((candidate) => candidate.label === label);
      if (label !== undefined && choice === undefined) {
        throw new Error(`no choice ${label}`);
      }
      return Promise.resolve(choice?.value);
    },
    // The labels that are ticked, with commas between them.
    pickSeveral: (title, choices) => {
      asked.push(title);
      offered.push(choices.map(({ label }) => label));
      const labels = next()?.split(', ');
      const unknown = labels?.find((label) => choices.every((choice) => choice.label !== label));
      if (unknown !== undefined) {
        throw new Error(`no choice ${unknown}`);
      }
      const ticked = choices.filter(({ label }) => labels?.includes(label));
      return Promise.resolve(labels && ticked.map(({ value }) => value));
    },
    ask: (question) => {
      asked.push(question);
      const text = next();
      const complaint = text === undefined ? undefined : question.check(text);
      if (complaint !== undefined) {
        throw new Error(`refused by the question: ${complaint}`);
      }
      return Promise.resolve(text);
    },
  };
}
