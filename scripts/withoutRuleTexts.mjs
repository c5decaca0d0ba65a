// Keeps what only the reference page and the tests read of a rule or a check (its examples, its reason,
// its source) out of the language server: it would be a tenth of what every editor loads.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** What stands in the place of each text of a rule. */
const ruleTexts = {
  title: "''",
  why: "''",
  source: "''",
  examples: '{ good: [], bad: [] }',
};

/** The same for an element of the list `checks`. */
const checkTexts = { why: "''", source: "''", example: "''" };

/** An esbuild plugin that empties these texts. */
export const withoutRuleTexts = {
  name: 'without-rule-texts',
  setup: ({ onLoad }) => {
    onLoad({ filter: /service[\\/]rules[\\/].+\.ts$/ }, async ({ path }) => ({
      contents: withoutTexts(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

function withoutTexts(source) {
  const tree = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    const replacement = replacementOf(node);
    if (replacement !== undefined) found.push({ initializer: node.initializer, replacement });
    else ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.reduceRight((text, { initializer, replacement }) => {
    const [from, to] = [initializer.getStart(tree), initializer.getEnd()];
    return text.slice(0, from) + replacement + text.slice(to);
  }, source);
}

function replacementOf(node) {
  if (!ts.isPropertyAssignment(node)) return undefined;
  const holder = node.parent.parent;
  const isRule = ts.isCallExpression(holder) && holder.expression.getText() === 'defineRule';
  const isCheck = ts.isArrayLiteralExpression(holder) && holder.parent.name?.getText() === 'checks';
  const texts = isRule ? ruleTexts : isCheck ? checkTexts : {};
  return Object.hasOwn(texts, node.name.getText()) ? texts[node.name.getText()] : undefined;
}
