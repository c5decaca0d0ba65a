// What an endpoint gets to see of a request that has been let in.
import type { ApiRequest } from '../http/apiRequest';
import { readQuery } from '../http/apiRequest';
import type { Refusal, Reply } from '../http/reply';
import { errorReply, jsonReply } from '../http/reply';
import type { CloudState } from '../state/cloudState';

/** One call of an endpoint. */
export interface Call {
  readonly request: ApiRequest;
  /** The resource id of the path; empty for lists. */
  readonly id: string;
  readonly state: CloudState;
  /** The server's time in milliseconds since 1970. */
  readonly now: number;
  readonly requestId: string;
}

/** Answers a call. */
export type Endpoint = (call: Call) => Reply;

/** 200 with a body that ends with the request id. */
export function answer(call: Call, body: object): Reply {
  return jsonReply(200, { ...body, request_id: call.requestId });
}

/** The refusal in the shape of the API page. */
export function refuse(call: Call, refusal: Refusal): Reply {
  return errorReply(refusal, call.requestId, 'gateway');
}

/** The first value of a query parameter. */
export function queryParameter(call: Call, name: string): string | undefined {
  return readQuery(call.request.query).find(([each]) => each === name)?.[1];
}
