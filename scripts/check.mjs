// `node scripts/check.mjs SCRIPT...`: runs npm scripts side by side.
import { runSteps } from './run-steps.mjs';

if (!(await runSteps(process.argv.slice(2)))) process.exit(1);
