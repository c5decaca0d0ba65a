// The demo project as a whole.
import type { Seeds } from '../state/resources';
import { connections } from './connections';
import { customerGateways } from './customerGateways';
import { gateways } from './gateways';
import { projectId } from './project';

/** What a sandbox starts with unless it is told otherwise. */
export const seeds: Seeds = { projectId, gateways, customerGateways, connections };
