// The fields for which flavor GM matters, with what stands in them.
import type { FieldFacts, GmValues } from '../../schema/facts';
import type { RuleDocument, TextField } from '../ruleDocument';

/** A text whose field allows only certain values on a GM gateway. */
export interface GmField extends TextField {
  /** What a GM gateway allows. */
  readonly gm: GmValues;
  /** The value is one that only a GM gateway knows (a ShangMi algorithm). */
  readonly isExclusive: boolean;
}

/**
 * The texts in fields with values for GM, as far as the table allows the text at all. The value is the
 * one of the table, whichever case it is written in: that is what the author means.
 */
export function gmFields(document: RuleDocument): readonly GmField[] {
  return document.once(readGmFields);
}

function hasValuesForGm({ gm }: FieldFacts): boolean {
  return gm?.kind === 'values';
}

function readGmFields(document: RuleDocument): readonly GmField[] {
  return document.textsWhere(hasValuesForGm).flatMap((field) => {
    const { gm, values } = field.facts;
    const lowerCase = field.value.toLowerCase();
    const value = values.find((each) => each.value.toLowerCase() === lowerCase)?.value;
    if (gm?.kind !== 'values' || value === undefined) return [];
    return [{ ...field, value, gm, isExclusive: gm.exclusive === true && gm.only.includes(value) }];
  });
}
