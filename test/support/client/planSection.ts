// One section of the page of a plan.
import type { SeenPlace } from '../../../client/src/core/model/documentPlace';
import type { PlanSection } from '../../../client/src/core/ports/ports';

/** A section of a plan with the text wherever there can be one. */
export function planSectionWith(text: string, source: SeenPlace): PlanSection {
  return {
    ...{ source, name: text, status: text, comparedAt: text, summary: text },
    target: { label: text, host: text, isProduction: false },
    fields: [
      {
        ...{ pointer: text, label: text, kind: 'changes', before: text, after: text, when: text },
        ...{ otherSide: text, note: text, list: { added: [text], removed: [text], kept: 1 } },
      },
    ],
    effects: [{ traffic: 'none', when: text, text, labels: [text] }],
    warnings: [text],
    moved: [{ label: text, earlier: text, now: text, planned: text }],
    picture: { svg: text, text },
    diff: {
      source,
      title: text,
      before: { name: text, text },
      after: { name: text, text },
    },
  };
}
