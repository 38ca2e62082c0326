import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import '../../scripts/optimize-less.cjs';

/**
 * Makes Jest compile each module once for each process. Without it, Jest compiles each module for every test file. Each test
 * file still evaluates all modules itself. The transform has turned `import()` into `require`, so the scripts do not need
 * Jest's `importModuleDynamically`.
 */
export function compileOnce() {
  // V8 forgets functions that have not run for some time. The next test file needs them.
  setFlagsFromString('--no-flush-bytecode');
  const { compileFunction } = vm;
  const scripts = new Map();

  vm.compileFunction = (code, parameters, options) => {
    const { filename, parsingContext } = options;
    if (parsingContext === undefined) return compileFunction(code, parameters, options);
    const start = `(function (${parameters.join(', ')}) {`;
    let compiled = scripts.get(filename);
    if (compiled?.code !== code || compiled.start !== start) {
      // A closing line of its own, since the code may end in a comment.
      const script = new vm.Script(`${start}${code}\n})`, { filename, columnOffset: -start.length });
      compiled = { code, start, script };
      scripts.set(filename, compiled);
    }
    return compiled.script.runInContext(parsingContext);
  };
}
