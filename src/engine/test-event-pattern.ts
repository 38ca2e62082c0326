import { testEventPattern } from '../service/test-event-pattern.js';
import { readBody, SerializationError, stringMember } from '../wire/members.js';
import { errorResponse, jsonResponse } from '../wire/responses.js';
import type { Answer } from './answer.js';

/** Answers `TestEventPattern`. It publishes nothing, so the journal does not hear of it. */
export function testEventPatternAnswer(body: string, requestId: string): Answer {
  try {
    const { EventPattern, Event } = readBody(body);
    const answer = testEventPattern(stringMember(EventPattern), stringMember(Event));
    if ('result' in answer)
      return { response: jsonResponse(200, JSON.stringify({ Result: answer.result }), requestId) };
    return { response: errorResponse(answer.status, answer.code, answer.message, requestId) };
  } catch (error) {
    if (!(error instanceof SerializationError)) throw error;
    return { response: errorResponse(400, 'SerializationException', error.reason, requestId) };
  }
}
