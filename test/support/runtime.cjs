const { default: Runtime } = require('jest-runtime');

/** What the transform has made of each file, for all test files of this process. */
const transformed = new Map();
/** The files of Jest itself, which are not transformed. */
const internal = new Map();

/** Jest's runtime, which reads each file once for each process. Without it, each test file reads all its modules again. */
module.exports = class extends Runtime {
  constructor(...parameters) {
    super(...parameters);
    const { watch, watchAll } = parameters.at(-1);
    // A watching Jest runs several times in one process, and files change between the runs.
    if (!watch && !watchAll) readOnce(this.transformCache);
  }
};

function readOnce(cache) {
  const transform = cache.transform.bind(cache);

  cache.transform = (filename, options) => {
    if (options?.isInternalModule) {
      if (!internal.has(filename)) internal.set(filename, transform(filename, options));
      return internal.get(filename);
    }
    if (!transformed.has(filename)) {
      transform(filename, options);
      transformed.set(filename, cache.transforms.get(filename));
    }
    const file = transformed.get(filename);
    cache.transforms.set(filename, file);
    if (file.sourceMapPath) cache.sourceMaps.set(filename, file.sourceMapPath);
    return file.code;
  };
}
