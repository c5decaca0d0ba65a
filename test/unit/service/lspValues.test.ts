import { expect, test } from 'vitest';
import * as library from 'vscode-languageserver-types';
import * as ours from '../../../server/src/service/features/lspValues';

test.each(Object.entries(ours))('%s has the values of the protocol', (name, values) => {
  expect(library[name as keyof typeof ours]).toMatchObject(values);
});
