import { errorResponse } from '../wire/responses.js';
import type { Answer } from './answer.js';

/** The code under which an operation that is not faked is refused. */
const NOT_FAKED = 'NotFakedException';

/** The answer to an operation that the fake does not have: names it, and says what to do. */
export function strayAnswer(target: string, requestId: string): Answer {
  // 501 says it in HTTP, and is a status that no SDK retries.
  return { response: errorResponse(501, NOT_FAKED, strayMessage(target), requestId) };
}

/** What is said about an operation that is not faked: to its sender, and as a warning. */
export function strayMessage(target: string): string {
  const [service = '', operation = ''] = target.split('.');
  if (service !== 'AWSEvents') {
    return `fake-eventbridge received ${target}, an operation of another service. It fakes EventBridge alone: attach it to no other client. Nothing was sent to AWS.`;
  }
  return `fake-eventbridge does not fake ${operation}: it has PutEvents and TestEventPattern. Nothing was sent to AWS. Give the code under test a stub for this call, such as mockClient(EventBridgeClient).on(${operation}Command) of aws-sdk-client-mock with eb.putEvents behind PutEventsCommand.`;
}
