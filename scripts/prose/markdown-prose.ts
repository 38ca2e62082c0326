import { parse } from '@textlint/markdown-to-ast';
import { CODE, Mask } from './mask.js';
import type { Piece } from './piece.js';

/** A node of the tree that textlint makes of Markdown. */
interface MarkdownNode {
  readonly type: string;
  readonly range: readonly [start: number, end: number];
  readonly children?: readonly MarkdownNode[];
}

const BLOCKS = new Set(['Paragraph', 'Header', 'TableCell']);

/** The prose of a Markdown file: paragraphs, headings and table cells, without code and without the addresses of links. */
export function readMarkdown(source: string): Piece[] {
  const pieces: Piece[] = [];
  const visit = (node: MarkdownNode): void => {
    if (BLOCKS.has(node.type)) pieces.push(pieceOf(source, node));
    else node.children?.forEach(visit);
  };
  visit(parse(source));
  return pieces;
}

function pieceOf(source: string, { range: [start, end], children = [] }: MarkdownNode): Piece {
  const mask = new Mask(source, start, end);
  const hide = (node: MarkdownNode): void => {
    if (node.type === 'Code') mask.hide(...node.range, CODE);
    else if (node.type === 'Html') mask.hide(...node.range);
    else if (node.type === 'Str') hideTitles(mask, source, node);
    else if (node.type === 'Link' || node.type === 'Image') hideAddress(mask, node);
    node.children?.forEach(hide);
  };
  children.forEach(hide);
  return { kind: 'doc', start, prose: mask.toString() };
}

function hideAddress(mask: Mask, { range: [start, end], children = [] }: MarkdownNode): void {
  mask.hide(children.at(-1)?.range[1] ?? start, end);
}

/** Titles of tests in brackets, as in the specification of patterns: prose is read where it is written. */
function hideTitles(mask: Mask, source: string, { range: [start, end] }: MarkdownNode): void {
  for (const { index, 0: titles } of source.slice(start, end).matchAll(/\[[^\]]+\]/g))
    mask.hide(start + index, start + index + titles.length);
}
