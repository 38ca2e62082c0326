import { describeArgument } from '../describe-argument.js';
import { Unresolved } from './unresolved.js';

/**
 * Refuses `{{resolve:ssm:…}}` and its like: CloudFormation looks the value up when it deploys.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function withoutDynamicReference(value: string): string {
  const start = value.indexOf('{{resolve:');
  if (start < 0) return value;
  const end = value.indexOf('}}', start);
  const shown = describeArgument(value.slice(start, end < 0 ? undefined : end + 2));
  throw new Unresolved(`${shown} is a dynamic reference: its value is known only after deployment.`);
}
