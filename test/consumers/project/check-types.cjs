// Prints, as JSON, the errors that TypeScript finds for each [file, options] of its argument. It reads files of this
// project and the declarations of the package. What declarations of other packages have to answer for is theirs.
const { join } = require('node:path');
const ts = require('typescript');

const parsed = new Map();
const COMMON = {
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  target: 'es2022',
  lib: ['es2022', 'dom', 'esnext.disposable'],
  types: ['node'],
};

function errorsOf(file, given) {
  const { options, errors } = ts.convertCompilerOptionsFromJson({ ...COMMON, ...given }, __dirname);
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile;
  // Programs share what they parse alike: the declarations of Node, the DOM and the SDK are most of the work.
  host.getSourceFile = (name, how, ...rest) => {
    const key = JSON.stringify([name, how.languageVersion, how.impliedNodeFormat, how.jsDocParsingMode]);
    if (!parsed.has(key)) parsed.set(key, parse(name, how, ...rest));
    return parsed.get(key);
  };
  const program = ts.createProgram([join(__dirname, file)], options, host);
  const ours = program.getSourceFiles().filter(({ fileName }) => isOurs(fileName));
  const diagnostics = [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...ours.flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]),
  ];
  return {
    checked: ours.map(({ fileName }) => fileName.slice(__dirname.length + 1)).sort(),
    errors: ts.formatDiagnostics(diagnostics, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => __dirname,
      getNewLine: () => '\n',
    }),
  };
}

const isOurs = (name) =>
  name.startsWith(`${__dirname}/`) &&
  (!name.includes('/node_modules/') || name.includes('/node_modules/fake-eventbridge/'));

console.log(JSON.stringify(JSON.parse(process.argv[2]).map(([file, options]) => errorsOf(file, options))));
