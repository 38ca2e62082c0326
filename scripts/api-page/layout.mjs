/** The properties and methods of a fake as one picture: four groups, each with its parts. A test fails when one is missing. */
export const GROUPS = [
  {
    title: 'set up',
    pages: '[Connecting](connecting.md), [rules](rules.md), [contracts](contracts.md)',
    parts: [
      ['connect', 'install attach client requestHandler putEvents send fetch restore'],
      ['declare', 'rule rulesFrom contract'],
      ['start again', 'clear reset'],
    ],
  },
  {
    title: 'make it fail',
    pages: '[Faults](faults.md), [exploring failures](explore.md)',
    parts: [
      ['an entry', 'failEntry'],
      ['a request', 'failRequest failCall'],
      [
        'the connection',
        'refuseConnection resetConnection timeout failDns loseResponse garbleResponse delay hold',
      ],
      ['everything', 'exploreFailures replay'],
    ],
  },
  {
    title: 'assert',
    pages: '[Assertions](assertions.md), [lost, duplicated and resent events](lost-duplicated-resent.md)',
    parts: [
      [
        'events',
        'assertPublished assertNotPublished assertNothingPublished assertPublishedInOrder assertPublishedExactly',
      ],
      ['delivery', 'assertNoEventLost assertOnlyFailedEntriesResent assertNoDuplicates assertBatches'],
      ['rules, contracts', 'assertAllRouted assertContracts'],
      ['after each test', 'verify allow'],
    ],
  },
  {
    title: 'look',
    pages: '[Waiting](waiting.md), [snapshots](snapshots.md)',
    parts: [
      ['records', 'events dropped rejected calls strays bus'],
      ['findings', 'unsettled duplicates unrouted ruleCoverage breaches'],
      ['as text', 'timeline'],
      ['wait', 'settled waitForEvent delivered contractsChecked'],
    ],
  },
].map(({ parts, ...group }) => ({
  ...group,
  parts: parts.map(([title, names]) => ({ title, names: names.split(' ') })),
}));
