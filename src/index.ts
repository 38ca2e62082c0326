export { EventAssertionError } from './assertions/assertion-error.js';
export type { Assertions } from './assertions/assertions.js';
export type { BusView } from './assertions/bus-view.js';
export type { OfferedEntry } from './assertions/checks/offered.js';
export type { Problem } from './assertions/checks/verify/allowed-problems.js';
export type { Grid, GridCell, GridColumn, GridRow } from './assertions/report/story/grid.js';
export type { TimelineOptions } from './assertions/report/story/timeline-format.js';
export type { AnyEvents, DetailTypeOf, EventCatalog } from './base/catalog.js';
export { FakeEventBridgeError, type FakeEventBridgeErrorCode } from './base/errors.js';
export type { JsonObject, JsonValue } from './base/json/json.js';
export type { TemplateNote } from './cloudformation/contents.js';
export type { Connections, SendDelegate } from './connect/connections.js';
export type { HandlerOptions, HandlerRequest, RequestHandler } from './connect/request-handler.js';
export type { AnySdkClient, SdkClientClass } from './connect/sdk-client.js';
export type { ContractBreach } from './contracts/contract-breach.js';
export type { ContractHandle, Contracts } from './contracts/contracts.js';
export type { SchemaIssue, SchemaResult, StandardSchema } from './contracts/standard-schema.js';
export type { ExtraFailure } from './explore/choices/select-catalog.js';
export type { Explorations } from './explore/explorations.js';
export type { ExploreOptions } from './explore/explore-options.js';
export type { FailureReport } from './explore/failure-report.js';
export type { Coverage, DepthCoverage } from './explore/search/coverage.js';
export type { FailureStory, Finding } from './explore/story/story.js';
export type { FindingKind, Severity } from './explore/verdict/finding-kinds.js';
export { type FakeEventBridge, fakeEventBridge } from './fake-event-bridge.js';
export type { Garbling } from './faults/effects.js';
export type { EntryErrorCode, GivenEntryError } from './faults/entry-errors.js';
export type { FaultHandle, HoldHandle } from './faults/fault-handle.js';
export type { Faults } from './faults/faults.js';
export type { GivenRequestError, RequestErrorName } from './faults/request-errors.js';
export type { EventOf } from './journal/event-of.js';
export type { EntryStatus } from './journal/logical-events/logical-event.js';
export type {
  DuplicateKey,
  LogicalEventRecord,
  SendingRecord,
} from './journal/logical-events/logical-event-records.js';
export type {
  AttemptRecord,
  CallRecord,
  ErrorAnswer,
  Outcome,
  RejectedEntry,
  StrayRecord,
} from './journal/records.js';
export type {
  EventPredicate,
  Match,
  MatchedEvent,
  MatchOf,
  PartialEvent,
  ValueMatcher,
} from './match/match.js';
export type { FakeEventBridgeOptions } from './options.js';
export type { EventPattern } from './pattern/event-pattern.js';
export { type Explanation, explain, type FieldExplanation } from './pattern/explain/explain.js';
export type { Suggestion } from './pattern/explain/suggestion.js';
export { matches } from './pattern/matches.js';
export { type PatternMatcher, pattern } from './pattern/pattern-matcher.js';
export type { Records } from './records.js';
export type { RuleTarget } from './rules/rule.js';
export type { RuleOptions, TemplateOptions } from './rules/rule-options.js';
export type { RuleCoverage, Rules } from './rules/rules.js';
export type { TemplateReport } from './rules/rules-from-template.js';
export type { EventBridgeMatchers, ExpectOf } from './runners/matcher-types.js';
export { matchers } from './runners/matchers.js';
export { type SnapshotSerializer, serializer } from './runners/serializer.js';
export type { PutEventsAnswer, PutEventsResult } from './service/answer.js';
export type { EventEnvelope } from './service/envelope.js';
export type { EventRecord } from './service/event-record.js';
export type { PutEventsEntry } from './service/put-events-types.js';
export type { WireResponse } from './wire/encode.js';
