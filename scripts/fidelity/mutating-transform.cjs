// A transformer of Jest that changes one string of one file and leaves the rest to another transformer.
const { createHash } = require('node:crypto');

module.exports = {
  createTransformer({ transformer, options, file, from, to }) {
    const inner = require(transformer).createTransformer(options);
    // Functions of the source are compared as they are: `$` in them is not a pattern.
    const mutated = (source, path) => (path === file ? source.replace(from, () => to) : source);
    return {
      process: (source, path, context) => inner.process(mutated(source, path), path, context),
      getCacheKey: (source, path, context) =>
        createHash('sha1')
          .update(inner.getCacheKey(mutated(source, path), path, { ...context, configString: '' }))
          .digest('hex'),
    };
  },
};
