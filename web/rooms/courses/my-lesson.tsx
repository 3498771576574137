import { usePlace } from "../../frame/room.ts";
import { LessonPage } from "./lesson-page.tsx";

/** A lesson that a student reads, in a class or alone. */
export default function MyLesson() {
  const [of, course, lesson] = [usePlace("of"), usePlace("course"), usePlace("lesson")];
  return <LessonPage of={of} course={course} lesson={lesson} home={`/learn/${of}/${course}`} />;
}
