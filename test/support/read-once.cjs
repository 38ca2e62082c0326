/** What the transform has made of each file, for all test files of this process, by the settings of the transform. */
const byTransform = new Map();
/** The files of Jest itself, which are not transformed. */
const internal = new Map();

/** Has the cache of a test file take what another test file of this process has read and transformed. */
function readOnce(cache, { transform: settings, transformIgnorePatterns }) {
  const key = JSON.stringify([settings, transformIgnorePatterns]);
  if (!byTransform.has(key)) byTransform.set(key, new Map());
  const transformed = byTransform.get(key);
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

module.exports = { readOnce };
