import {
  attributeOf,
  besideTags,
  childOf,
  elementAt,
  XmlBroken,
  type XmlElement,
  XmlText,
} from "./xml-tree.ts";
import { questionFileLimits } from "@echelon/contract/assessment/question-file.ts";
import { decodeText } from "../decode-text.ts";
import { newReading, type QuestionsReading } from "../questions-reading.ts";
import { cleanLine } from "../question-text.ts";
import { readQuestion, textOf } from "./read-question.ts";

const opening = /<question(?=[\s/>])/g;
/** Document types and entities are how XML attacks its reader. */
const declaration = /<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i;

/**
 * Reads a file of Moodle XML. Never throws: a broken question is told with its line, the others are
 * read, those behind it too.
 */
export function readMoodleXml(bytes: Uint8Array): QuestionsReading {
  const reading = newReading();
  if (bytes.length > questionFileLimits.bytesMax) return reading.refused("file-too-large");
  const decoded = decodeText(bytes);
  if (!decoded.ok) return reading.refused("file-encoding");
  const xml = new XmlText(decoded.value.text.replace(/\r\n?/g, "\n"));
  const root = rootOf(xml);
  if (root === null) {
    const isDeclared = declaration.test(xml.text.slice(0, headCharsMax));
    return reading.refused(isDeclared ? "file-has-entities" : "file-not-xml");
  }
  let category = "";
  let at = root;
  for (;;) {
    const next = nextQuestion(xml, at, (place) => reading.told("markup-broken", xml.lineAt(place)));
    if (next === null) break;
    const line = xml.lineAt(next);
    if (reading.isFull(line)) return reading.done();
    try {
      const { element, end } = elementAt(xml, next, "question");
      at = end;
      if (attributeOf(element, "type") === "category") category = categoryOf(element);
      else {
        const { question, problems } = readQuestion(element, category);
        reading.add(question, problems);
      }
    } catch (error) {
      if (!(error instanceof XmlBroken)) throw error;
      reading.told("markup-broken", xml.lineAt(error.at));
      at = Math.max(next + 1, error.at);
    }
  }
  if (!xml.text.slice(at).trimEnd().endsWith("</quiz>"))
    reading.told("markup-broken", xml.lineAt(xml.text.trimEnd().length));
  return reading.done();
}

const headCharsMax = 4_096;
const rootTag = /<quiz(?=[\s/>])/y;

/** Where the root begins, behind declaration and comments; null where it is another. */
function rootOf(xml: XmlText): number | null {
  for (let at = 0; ;) {
    const next = xml.text.indexOf("<", at);
    if (next === -1 || xml.text.slice(at, next).trim() !== "") return null;
    rootTag.lastIndex = next;
    if (rootTag.test(xml.text)) return rootTag.lastIndex;
    const end = endBeside(xml, next);
    if (end === null) return null;
    at = end;
  }
}

/** The end of what is no tag; null where it has none, or where a tag is. */
function endBeside(xml: XmlText, at: number): number | null {
  try {
    return besideTags(xml, at)?.end ?? null;
  } catch (error) {
    if (error instanceof XmlBroken) return null;
    throw error;
  }
}

/** The next question that stands in no comment; a comment without an end hides nothing. */
function nextQuestion(xml: XmlText, from: number, broken: (place: number) => void): number | null {
  for (let at = from; ;) {
    opening.lastIndex = at;
    const next = opening.exec(xml.text)?.index;
    if (next === undefined) return null;
    const comment = xml.text.slice(at, next).indexOf("<!--");
    if (comment === -1) return next;
    const end = endBeside(xml, at + comment);
    if (end === null) broken(at + comment);
    at = end ?? at + comment + 1;
  }
}

function categoryOf(element: XmlElement): string {
  const path = childOf(element, "category");
  return path === undefined ? "" : cleanLine(textOf(path));
}
