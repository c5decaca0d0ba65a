// A confirmation that answers as told and keeps the questions.
import type { Confirmation, ConfirmationQuestion } from '../../../client/src/core/ports/ports';

export interface FakeConfirmation extends Confirmation {
  readonly questions: readonly ConfirmationQuestion[];
}

/** `meanwhile` runs while the question is open. */
export function fakeConfirmation(
  reply: 'confirmed' | 'review' | 'declined' = 'confirmed',
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): FakeConfirmation {
  const questions: ConfirmationQuestion[] = [];
  return {
    questions,
    ask: async (question) => {
      questions.push(question);
      await meanwhile();
      return reply;
    },
  };
}
