// Items of a list below a word without a dash. For YAML that is one long text, and no mistake at all.

/** Whether a line without a colon stands right above one with a dash: cheap, and rarely so. */
export function mayMergeItems(text: string): boolean {
  return /^ *[^\s#:-][^:\n]*\n *- /m.test(text);
}
