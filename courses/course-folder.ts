/** A course as files: read as far as it can be, with all that is wrong with it. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type CourseFinding, courseFinding, type CourseFindingCode } from "./course-finding.ts";
import {
  CourseFile,
  courseLimits,
  type CourseQuestion,
  CourseQuestions,
  ProjectFile,
  type Source,
  Sources,
  TaskFile,
} from "./course-shape.ts";

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];
export type InBoth = Readonly<Record<Language, string>>;

/** All that one course is; Markdown and pictures as they stand in their files. */
export interface Course {
  readonly course: CourseFile;
  readonly sources: readonly Source[];
  /** By lesson. */
  readonly texts: ReadonlyMap<string, InBoth>;
  /** By name. */
  readonly pictures: ReadonlyMap<string, InBoth>;
  readonly tasks: readonly TaskFile[];
  readonly questions: readonly CourseQuestion[];
  readonly project: ProjectFile;
  readonly guide: InBoth;
}

export interface CourseReading {
  /** Null where a file that a course must have could not be read; then `findings` says which. */
  readonly course: Course | null;
  readonly findings: readonly CourseFinding[];
}

/** Reads files of one folder, and keeps what could not be. */
class FolderReader {
  readonly findings: CourseFinding[] = [];
  private readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }

  json<Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape> | null {
    const text = this.text(file);
    if (text === null) return null;
    const raw = parsed(text);
    if (raw === undefined) return this.miss("unreadable", file);
    const read = shape.safeParse(raw);
    if (read.success) return read.data;
    for (const issue of read.error.issues) {
      const path = [file, ...issue.path.map(String)].join("/");
      const last = issue.path.at(-1);
      const code = last === "zh" || last === "en" ? "missing-language" : "shape";
      this.findings.push(courseFinding(code, path, { message: issue.message.slice(0, 200) }));
    }
    return null;
  }

  text(file: string): string | null {
    const path = join(this.folder, file);
    if (!existsSync(path) || !statSync(path).isFile()) return this.miss("unreadable", file);
    return readFileSync(path, "utf8");
  }

  both(stem: string, end: string): InBoth | null {
    const [zh, en] = languages.map((language) => this.text(`${stem}${language}${end}`));
    return zh === null || en === null ? null : { zh: zh!, en: en! };
  }

  /** Names of what lies in a folder of it, in order. */
  names(place: string, end: string): readonly string[] {
    const path = join(this.folder, place);
    if (!existsSync(path) || !statSync(path).isDirectory()) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith(end))
      .map((name) => name.slice(0, name.length - end.length))
      .toSorted();
  }

  miss(code: CourseFindingCode, path: string, facts: CourseFinding["facts"] = {}): null {
    this.findings.push(courseFinding(code, path, facts));
    return null;
  }
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a folder, and says what of it could not be read; what was read is checked elsewhere. */
export function readCourseFolder(folder: string): CourseReading {
  const reader = new FolderReader(folder);
  const course = reader.json("course.json", CourseFile);
  const sources = reader.json("sources.json", Sources);
  const questions = reader
    .names("questions", ".json")
    .flatMap((name) => reader.json(`questions/${name}.json`, CourseQuestions) ?? []);
  const tasks = readTasks(reader);
  const project = reader.json("project.json", ProjectFile);
  const guide = reader.both("guide/", ".md");
  const pictures = readPictures(reader);
  const texts = new Map<string, InBoth>();
  for (const { id } of course?.lessons ?? []) {
    const both = reader.both(`lessons/${id}/`, ".md");
    if (both !== null) texts.set(id, both);
  }
  for (const name of reader.names("lessons", ""))
    if (course !== null && !course.lessons.some(({ id }) => id === name))
      reader.miss("misnamed", `lessons/${name}`, { name });
  const isWhole = course !== null && texts.size === course.lessons.length;
  if (!isWhole || sources === null || project === null || guide === null)
    return { course: null, findings: reader.findings };
  const whole = { course, sources, texts, pictures, tasks, questions, project, guide };
  return { course: whole, findings: reader.findings };
}

function readTasks(reader: FolderReader): TaskFile[] {
  return reader.names("tasks", ".json").flatMap((name) => {
    const file = `tasks/${name}.json`;
    const task = reader.json(file, TaskFile);
    if (task === null) return [];
    if (task.id !== name) reader.miss("misnamed", `${file}/id`, { name: task.id, place: name });
    return task;
  });
}

function readPictures(reader: FolderReader): Map<string, InBoth> {
  const pictures = new Map<string, InBoth>();
  const ends = reader.names("pictures", ".svg");
  for (const name of new Set(ends.map((one) => one.replace(/\.(zh|en)$/, "")))) {
    if (!/^[a-z0-9-]{1,60}$/.test(name)) {
      reader.miss("misnamed", `pictures/${name}`, { name });
      continue;
    }
    const both = reader.both(`pictures/${name}.`, ".svg");
    if (both !== null) pictures.set(name, both);
  }
  return pictures;
}

/** Bytes of a text in UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whether a text is longer than a lesson in one language may be. */
export const isTooLong = (text: string): boolean => text.length > courseLimits.textCharsMax;
