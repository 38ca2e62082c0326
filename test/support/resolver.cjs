const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

/** Finds `./file.ts` where TypeScript imports `./file.js`. */
module.exports = (request, options) => {
  if (request.startsWith('.') && request.endsWith('.js')) {
    const path = resolve(options.basedir, `${request.slice(0, -3)}.ts`);
    if (existsSync(path)) return path;
  }
  return options.defaultResolver(request, options);
};
