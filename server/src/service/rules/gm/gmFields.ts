// The fields for which flavor GM matters, with what stands in them.
import type { FieldFacts } from '../../schema/facts';
import type { RuleDocument, TextField } from '../ruleDocument';

/** A text whose field allows only certain values on a GM gateway. */
export interface GmField extends TextField {
  /** Values that a GM gateway allows. */
  readonly only: readonly string[];
  /** The value is one that only a GM gateway knows (a ShangMi algorithm). */
  readonly isExclusive: boolean;
}

/** The texts in fields with values for GM, as far as the table allows the text at all. */
export function gmFields(document: RuleDocument): readonly GmField[] {
  return document.once(readGmFields);
}

function hasValuesForGm({ gm }: FieldFacts): boolean {
  return gm !== undefined && 'only' in gm;
}

function readGmFields(document: RuleDocument): readonly GmField[] {
  return document.textsWhere(hasValuesForGm).flatMap((field) => {
    const { gm, values } = field.facts;
    if (gm === undefined || !('only' in gm) || !values.some(({ value }) => value === field.value))
      return [];
    return [
      {
        ...field,
        only: gm.only,
        isExclusive: gm.exclusive === true && gm.only.includes(field.value),
      },
    ];
  });
}
