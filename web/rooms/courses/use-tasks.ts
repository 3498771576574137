import { useMe } from "../../api/session.ts";
import { useAnswer } from "../../api/query.ts";

const practicing: ReadonlySet<string> = new Set(["student", "teacher", "assistant"]);

/** The reader's tasks of a course; none for who reads it and does not practice. */
export function useTasks(course: string) {
  const mayPractice = useMe().memberships.some(({ role }) => practicing.has(role));
  return useAnswer("GET /practice/tasks", { asks: { course } }, { enabled: mayPractice });
}
