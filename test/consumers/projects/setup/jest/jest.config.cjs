/** The tests without a set-up file, and those that share one. */
module.exports = {
  projects: [
    { rootDir: __dirname, testPathIgnorePatterns: ['/node_modules/', '/shared/'] },
    { rootDir: `${__dirname}/shared`, setupFilesAfterEnv: ['./events.js'] },
  ],
};
