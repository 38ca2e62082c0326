/** Where a template is deployed. */
export interface Deployment {
  readonly region: string;
  readonly account: string;
}

/** The pseudo parameters that depend on how the stack is created: a user may pass them. */
export const SETTABLE: readonly string[] = ['AWS::StackName', 'AWS::StackId', 'AWS::NotificationARNs'];

const DEFAULT_STACK_NAME = 'test-stack';
/** AWS ends the id of a stack with a UUID. */
const STACK_UUID = '00000000-0000-0000-0000-000000000000';

/**
 * The pseudo parameters: region and account of the fake, and a stack named `test-stack` unless another name is given.
 * It has no notification ARNs, like a stack that was created without them.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
export function pseudoParameters(
  { region, account }: Deployment,
  given: ReadonlyMap<string, string>,
): readonly (readonly [string, string | readonly string[]])[] {
  const partition = partitionOf(region);
  const stackName = given.get('AWS::StackName') ?? DEFAULT_STACK_NAME;
  const stackId = `arn:${partition}:cloudformation:${region}:${account}:stack/${stackName}/${STACK_UUID}`;
  const notificationArns = given.get('AWS::NotificationARNs');
  return [
    ['AWS::Region', region],
    ['AWS::AccountId', account],
    ['AWS::Partition', partition],
    ['AWS::URLSuffix', partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'],
    ['AWS::StackName', stackName],
    ['AWS::StackId', given.get('AWS::StackId') ?? stackId],
    ['AWS::NotificationARNs', notificationArns?.split(',').map((arn) => arn.trim()) ?? []],
  ];
}

/** The partitions that AWS documents for its regions. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
