export { tearDown as default } from './packed-package.mjs';
