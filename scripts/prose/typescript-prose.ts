import ts from 'typescript';
import { BREAK, CODE, hideCode, Mask } from './mask.js';
import type { Piece } from './piece.js';

/** Functions whose first argument is a title, also as `test.each(…)(title)`. */
const TITLED = new Set(['describe', 'it', 'test', 'testUnless']);

/** The prose of a TypeScript or JavaScript file: comments, strings of several words, titles of tests, declared names. */
export function readTypeScript(file: string, source: string): Piece[] {
  const comments: ts.CommentRange[] = [];
  const pieces: Piece[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isToken(node)) comments.push(...commentsBefore(source, node));
    // The name of a module is not prose; what comes before the word `import` may be a comment.
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      node.getChildren().slice(0, 1).forEach(visit);
      return;
    }
    if (ts.isIdentifier(node) && isDeclared(node)) pieces.push(pieceOfName(node));
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
      pieces.push(...pieceOfString(source, node));
    for (const child of node.getChildren()) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return [...piecesOfComments(source, comments), ...pieces];
}

function pieceOfString(source: string, node: ts.StringLiteralLike | ts.TemplateExpression): Piece[] {
  const start = node.getStart() + 1;
  const mask = new Mask(source, start, node.end - 1);
  if (ts.isTemplateExpression(node)) {
    for (const { expression, literal } of node.templateSpans)
      mask.hide(expression.getFullStart() - '${'.length, literal.getStart() + 1, CODE);
  }
  mask.hideMatches(/\\n/g, BREAK);
  mask.hideMatches(/\\t/g);
  hideCode(mask);
  const prose = mask.toString();
  if (isTitle(node) || isTitleInTable(node)) return [{ kind: 'title', start, prose }];
  // One word alone is a code, a name or a key.
  return /\S\s+\S/.test(prose) ? [{ kind: 'message', start, prose }] : [];
}

function isTitle(node: ts.Expression): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== node) return false;
  let callee: ts.Expression = call.expression;
  while (!ts.isIdentifier(callee)) {
    if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) callee = callee.expression;
    else if (ts.isTaggedTemplateExpression(callee)) callee = callee.tag;
    else return false;
  }
  return TITLED.has(callee.text);
}

/** The first string of a row of `test.each([[…], …])`. */
function isTitleInTable(node: ts.Expression): boolean {
  const row = node.parent;
  if (!ts.isArrayLiteralExpression(row) || row.elements[0] !== node) return false;
  const call = row.parent.parent;
  if (!ts.isArrayLiteralExpression(row.parent) || !ts.isCallExpression(call)) return false;
  return ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'each';
}

const isDeclared = (node: ts.Identifier): boolean => 'name' in node.parent && node.parent.name === node;

/** `resendClaims` as `resend claims`: longer than in the file, but it starts where the name starts. */
function pieceOfName(node: ts.Identifier): Piece {
  const prose = node.text.replace(/[_$]+/g, ' ').replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ');
  return { kind: 'name', start: node.getStart(), prose };
}

function commentsBefore(source: string, token: ts.Node): ts.CommentRange[] {
  return [
    ...(ts.getTrailingCommentRanges(source, token.pos) ?? []),
    ...(ts.getLeadingCommentRanges(source, token.pos) ?? []),
  ].filter(({ end }) => end <= token.getStart());
}

/** Comments of `//` on lines that follow each other are one piece. */
function piecesOfComments(source: string, comments: readonly ts.CommentRange[]): Piece[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { pos, end } of comments) {
    const last = ranges.at(-1);
    if (last !== undefined && pos < last.end) continue;
    const continues = last !== undefined && isLineComment(source, pos) && isLineComment(source, last.start);
    if (continues && /^\r?\n[ \t]*$/.test(source.slice(last.end, pos))) last.end = end;
    else ranges.push({ start: pos, end });
  }
  return ranges.map(({ start, end }) => ({
    kind: 'comment',
    start,
    prose: proseOfComment(source, start, end),
  }));
}

const isLineComment = (source: string, index: number): boolean => source.startsWith('//', index);

function proseOfComment(source: string, start: number, end: number): string {
  const mask = new Mask(source, start, end);
  mask.hideMatches(/^[ \t]*(?:\/\*\*?|\/\/+|\*(?!\/))|\*\/$/gm);
  mask.hideMatches(/```[\s\S]*?(?:```|$)/g);
  mask.hideMatches(/\{@\w+[^}]*\}/g, CODE);
  mask.hideMatches(/@(?:param|typeParam|property)\s+\S+|@[\w-]+/g, BREAK);
  hideCode(mask);
  return mask.toString();
}
