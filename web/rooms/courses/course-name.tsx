import { Link } from "@tanstack/react-router";
import { useCourseHome } from "./use-course-home.ts";

/** A course by its id or its name in addresses; a link where the reader can learn it here. */
export function CourseName({ of, name }: { of: string; name: string }) {
  const home = useCourseHome()(of);
  return home === null ? name : <Link to={home}>{name}</Link>;
}
