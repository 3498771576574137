import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { reduceHtml, wordsOfHtml } from "./reduce-html.ts";

test("simple formatting stays, everything that can act goes", () => {
  const html =
    '<p class="x" onclick="a()">One<br/>two <a href="javascript:1">three</a></p>' +
    "<img src=x onerror=a()>" +
    "<!-- note --><script>bad()</script><style>p{}</style><svg><p>gone</p></svg>";
  assert.equal(reduceHtml(html), "<p>One<br>two three</p>");
  assert.equal(reduceHtml("<scr<b>ipt>a"), "&lt;scr<b>ipt>a");
  assert.equal(reduceHtml("5 < 6 > 4"), "5 &lt; 6 > 4");
});

test("reducing twice changes nothing, and no tag but the allowed ones is left", () => {
  const pieces = fc.constantFrom(
    "<p>",
    "</p>",
    "<script>",
    "</script>",
    "<",
    ">",
    "a",
    '"',
    "<b",
    " ",
    "<!--",
    "-->",
    "/",
    "=",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const once = reduceHtml(parts.join(""));
      assert.equal(reduceHtml(once), once);
      for (const tag of once.match(/<[^>]*>?/g) ?? []) assert.match(tag, /^<\/?(p|b)>$/);
    }),
  );
});

test("the words of a text are what a person reads", () => {
  assert.equal(wordsOfHtml("<p>Cup &amp; saucer</p><ul><li>one</li></ul>"), "Cup & saucer one");
});
