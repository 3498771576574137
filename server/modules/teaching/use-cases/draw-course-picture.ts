import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import { colored, type PictureTheme } from "../course-picture.ts";
import { findCourse } from "./find-course.ts";

/** A picture of a course, in a language and the colors of a theme. */
export function drawCoursePicture(
  { course, picture }: { readonly course: string; readonly picture: string },
  { language, theme }: { readonly language: "zh" | "en"; readonly theme: PictureTheme },
): Outcome<FileAnswer> {
  const found = findCourse(course);
  if (!found.ok) return found;
  const drawn = found.value.pictures.get(picture);
  if (drawn === undefined) return refuse({ code: "teaching/no-such-picture" });
  const body = new TextEncoder().encode(colored(drawn[language], theme));
  return ok({ body, mediaType: "image/svg+xml" });
}
