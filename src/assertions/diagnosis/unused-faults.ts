import { declaredAt } from '../../base/call-site.js';
import type { AssertionContext } from '../context.js';
import type { Report } from '../report/report.js';

/**
 * Where a failure was expected and did not happen: the fault that should have caused it.
 * @param example a fault that can cause the failure
 */
export function unusedFaultsNote(
  { plan }: AssertionContext,
  example = 'eb.failEntry("any", "ThrottlingException")',
): Pick<Report, 'causes' | 'next'> {
  const unused = plan.faults.find(({ isUnused }) => isUnused);
  if (unused !== undefined)
    return {
      causes: [
        {
          code: 'unused-fault',
          text: `The fault ${unused.declaration} was not used${declaredAt(unused.site.location)}.`,
          fix: 'Fix its match, or delete the fault.',
          about: [unused],
        },
      ],
    };
  return plan.faults.length > 0
    ? {}
    : {
        next: `No fault was declared. Declare one before the code under test runs, such as ${example}.`,
      };
}
