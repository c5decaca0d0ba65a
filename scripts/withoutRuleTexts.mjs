// Keeps what only the reference page and the tests read of a rule or check (its examples, its reason,
// its source) out of the language server: it would be a tenth of what every editor loads.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** The properties that go. The title stays: completion shows it beside the ID. */
const texts = ['why', 'source', 'example', 'examples'];

/** An esbuild plugin that removes these properties from everything that has an ID and a reason. */
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
    if (ts.isObjectLiteralExpression(node) && describesProblem(node))
      found.push(...node.properties.filter((property) => texts.includes(nameOf(property))));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.reduceRight((text, property) => {
    const behind = text.slice(property.getEnd()).replace(/^,/, '');
    return text.slice(0, property.getStart(tree)) + behind;
  }, source);
}

/** Whether an object literal is a rule or a check. */
function describesProblem({ properties }) {
  const names = properties.map(nameOf);
  return ['id', 'title', 'why', 'source'].every((name) => names.includes(name));
}

function nameOf(property) {
  return property.name?.getText();
}
