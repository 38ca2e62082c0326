/** The DNS suffixes of AWS's partitions, as the endpoint rules of the SDK have them. */
const SUFFIXES = [
  'amazonaws.com',
  'api.aws',
  'amazonaws.com.cn',
  'api.amazonwebservices.com.cn',
  'amazonaws.eu',
  'api.amazonwebservices.eu',
  'c2s.ic.gov',
  'api.aws.ic.gov',
  'sc2s.sgov.gov',
  'api.aws.scloud',
  'cloud.adc-e.uk',
  'api.cloud-aws.adc-e.uk',
  'csp.hci.ic.gov',
  'api.aws.hci.ic.gov',
]
  .map((suffix) => suffix.replaceAll('.', '\\.'))
  .join('|');

/** `events` and `events-fips` of a region, its VPC endpoints, and global endpoints. */
const ENDPOINT = new RegExp(
  `^(?:(?:[\\w-]+\\.)?events(?:-fips)?\\.[a-z0-9-]+(?:\\.vpce)?|[\\w.-]+\\.endpoint\\.events)\\.(?:${SUFFIXES})$`,
);

/** Whether a host is an endpoint of EventBridge: not of another service, and not a custom one such as LocalStack. */
export function isEventBridgeEndpoint(hostname: string): boolean {
  return ENDPOINT.test(hostname.toLowerCase().replace(/\.$/, ''));
}
