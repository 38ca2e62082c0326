import type { SyntaxNode } from '@lezer/common';
import { parser, Table } from '@lezer/markdown';
import { CODE, Mask } from './mask.js';
import type { Piece } from './piece.js';

const MARKDOWN = parser.configure(Table);
const BLOCK = /^(?:Paragraph|ATXHeading\d|SetextHeading\d|TableCell)$/;
const HTML = new Set(['HTMLTag', 'Comment']);

/** The prose of a Markdown file: paragraphs, headings and table cells, without code and without the addresses of links. */
export function readMarkdown(source: string): Piece[] {
  const pieces: Piece[] = [];
  const visit = (node: SyntaxNode): void => {
    if (BLOCK.test(node.name)) pieces.push(pieceOf(source, node));
    else childrenOf(node).forEach(visit);
  };
  visit(MARKDOWN.parse(source).topNode);
  return pieces;
}

function pieceOf(source: string, block: SyntaxNode): Piece {
  const mask = new Mask(source, block.from, block.to);
  const hide = (node: SyntaxNode): void => {
    if (node.name === 'InlineCode') mask.hide(node.from, node.to, CODE);
    else if (HTML.has(node.name)) mask.hide(node.from, node.to);
    else if (node.name === 'Link' || node.name === 'Image') hideAddress(mask, node);
    childrenOf(node).forEach(hide);
  };
  childrenOf(block).forEach(hide);
  return { kind: 'doc', start: block.from, prose: mask.toString() };
}

/** Brackets without an address have titles of tests, as in the specification of patterns: prose is read where it is written. */
function hideAddress(mask: Mask, link: SyntaxNode): void {
  const address = link.getChild('URL') ?? link.getChild('LinkLabel');
  const [, end] = link.getChildren('LinkMark');
  mask.hide(address === null || end === undefined ? link.from : end.from, link.to);
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
