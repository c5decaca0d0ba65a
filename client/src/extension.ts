// What the editor calls. Everything else is in `activate.ts`.
import { createExtension } from './activate';

export const { activate, deactivate } = createExtension();
