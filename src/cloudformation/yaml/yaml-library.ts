import { createRequire } from 'node:module';
import { join } from 'node:path';
import { wrongUse } from '../../base/errors.js';

/** The optional peer `yaml`, version 2. */
export type YamlLibrary = typeof import('yaml');

/**
 * Loads the optional peer `yaml`: from the project that runs the test, whose dependency it is, or from where this library
 * is installed. In a monorepo only one of the two may have it.
 * @param files from where to look, as paths of files
 * @throws {FakeEventBridgeError} when it is not installed
 */
export function loadYaml(files: readonly string[] = defaultFiles()): YamlLibrary {
  for (const file of files) {
    try {
      const library: unknown = createRequire(file)('yaml');
      if (isYamlLibrary(library)) return library;
    } catch {
      // The next one may have it.
    }
  }
  throw wrongUse(
    'rulesFrom: the template is not JSON, and YAML needs the package "yaml", version 2 or later: npm install --save-dev yaml. Or pass the template as an object.',
  );
}

function defaultFiles(): readonly string[] {
  const project = join(process.cwd(), 'package.json');
  // The library is published as CommonJS; a bundler may make an ES module of it, which has no file name.
  return typeof __filename === 'string' ? [project, __filename] : [project];
}

/** Version 1 has neither of these under these names. */
function isYamlLibrary(library: unknown): library is YamlLibrary {
  const needed = ['Parser', 'Composer', 'LineCounter', 'isAlias'];
  return typeof library === 'object' && library !== null && needed.every((name) => name in library);
}
