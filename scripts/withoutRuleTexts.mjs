// Keeps what only the reference page and the tests read of a rule (its examples, its reason, its
// source) out of the language server: it would be a tenth of what every editor loads.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** What stands in the place of each text. */
const replacements = {
  title: "''",
  why: "''",
  source: "''",
  examples: '{ good: [], bad: [] }',
};

/** An esbuild plugin that empties these texts in everything that is made by `defineRule`. */
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
    if (isRuleText(node)) found.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.reduceRight((text, { name, initializer }) => {
    const [from, to] = [initializer.getStart(tree), initializer.getEnd()];
    return text.slice(0, from) + replacements[name.getText()] + text.slice(to);
  }, source);
}

function isRuleText(node) {
  return (
    ts.isPropertyAssignment(node) &&
    Object.hasOwn(replacements, node.name.getText()) &&
    ts.isCallExpression(node.parent.parent) &&
    node.parent.parent.expression.getText() === 'defineRule'
  );
}
