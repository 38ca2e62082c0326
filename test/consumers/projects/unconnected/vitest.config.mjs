// Only inlined modules are loaded again after vi.resetModules().
export default {
  test: { include: ['reset.vitest.mjs'], server: { deps: { inline: [/@aws-sdk\/client-eventbridge/] } } },
};
