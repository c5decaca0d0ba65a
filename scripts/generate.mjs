// Writes every generated file. `--check` writes nothing and fails when one is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildGrammar, grammarFile } from './build-grammar.mjs';
import { buildReference, referenceFile } from './build-reference.mjs';
import { buildMeanings, meaningsFile } from './build-meanings.mjs';
import { buildReadme, readmeFile } from './build-readme.mjs';
import { buildRuleSettings, manifestFile } from './build-rule-settings.mjs';
import { buildValidator, validatorFile } from './build-validator.mjs';

/** Every generated file with the function that makes its text. */
export const generated = [
  { file: validatorFile, build: buildValidator },
  { file: meaningsFile, build: buildMeanings },
  { file: grammarFile, build: buildGrammar },
  { file: referenceFile, build: buildReference },
  // The README shows what the manifest says.
  { file: manifestFile, build: buildRuleSettings },
  { file: readmeFile, build: buildReadme },
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  for (const { file, build } of generated) {
    const text = await build();
    const upToDate = existsSync(file) && readFileSync(file, 'utf8') === text;
    if (upToDate) continue;
    if (check) {
      console.error(`${fileURLToPath(file)} is out of date. Run: npm run generate`);
      process.exitCode = 1;
    } else {
      writeFileSync(file, text);
      console.log(`wrote ${fileURLToPath(file)}`);
    }
  }
}
