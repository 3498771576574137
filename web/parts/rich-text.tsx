import { createElement, Fragment, type ReactNode } from "react";

/** Words that are shown as they are, or with the few marks that questions may have. */
export type RichWords = { format: "plain" | "html"; text: string };

/** The elements that are built; of any other only the words stay. */
const shown = new Set(
  (
    "p br ul ol li strong em b i h2 h3 h4 table tbody thead tr td th " +
    "sub sup code pre u s blockquote hr div dl dt dd h1 h5 h6"
  ).split(" "),
);

function built(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const inner = [...node.childNodes].map(built);
  const name = node.localName;
  if (name === "br" || name === "hr") return createElement(name, { key });
  // Headings would stand between those of the page.
  const tag = /^h[1-6]$/.test(name) ? "strong" : name;
  return shown.has(name)
    ? createElement(tag, { key }, ...inner)
    : createElement(Fragment, { key }, ...inner);
}

/**
 * A text with marks, built element by element: nothing of it is ever read as the page's own HTML,
 * so that whatever came through the server's own filter has no attribute and no script either.
 */
export function RichText({ of }: { of: RichWords }) {
  if (of.format === "plain") return <div className="rich rich-plain">{of.text}</div>;
  const { body } = new DOMParser().parseFromString(of.text, "text/html");
  return <div className="rich">{[...body.childNodes].map(built)}</div>;
}
