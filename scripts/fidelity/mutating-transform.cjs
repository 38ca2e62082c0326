// A transformer of Jest that changes one string of one file and leaves the rest to another transformer.
const { createHash } = require('node:crypto');

module.exports = {
  createTransformer({ transformer, options, file, from, to }) {
    const inner = require(transformer).createTransformer(options);
    // Jest asks for the key of every file that it loads, even when it has the transformed code already. So a file that
    // was edited while the mutants run is an error, instead of a mutant that does nothing and survives.
    const mutated = (source, path) => {
      if (path !== file) return source;
      const parts = source.split(from);
      if (parts.length !== 2)
        throw new Error(`${path} has the string of the mutant ${parts.length - 1} times: ${from}`);
      return parts.join(to);
    };
    return {
      process: (source, path, context) => inner.process(mutated(source, path), path, context),
      getCacheKey: (source, path, context) =>
        createHash('sha1')
          .update(inner.getCacheKey(mutated(source, path), path, { ...context, configString: '' }))
          .digest('hex'),
    };
  },
};
