export default { test: { setupFiles: ['./events.mjs'] } };
