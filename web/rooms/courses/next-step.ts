/** What comes next in a course, and how far somebody is. */
import type { CheckState, LessonCard, Task } from "./course-types.ts";

export type Step =
  | { readonly kind: "lesson"; readonly lesson: LessonCard }
  | { readonly kind: "task"; readonly task: Task };

type Plan = readonly LessonCard[];
type Tasks = readonly Task[];

const isPassed = (task: Task) => task.own?.isPassed === true;

/**
 * The first thing that is not done, lesson by lesson: to be read, then to be practiced. Null where
 * everything is.
 */
export function nextStep(plan: Plan, tasks: Tasks): Step | null {
  for (const lesson of plan) {
    if (!lesson.isRead) return { kind: "lesson", lesson };
    const task = tasks.find((one) => lesson.tasks.includes(one.id) && !isPassed(one));
    if (task !== undefined) return { kind: "task", task };
  }
  return null;
}

export interface Progress {
  readonly read: number;
  readonly lessons: number;
  readonly passed: number;
  readonly tasks: number;
  readonly answered: number;
  readonly questions: number;
  /** Of everything, 0 to 100. */
  readonly percent: number;
}

export function progressOf(plan: Plan, tasks: Tasks, checks: readonly CheckState[]): Progress {
  const asked = new Set(plan.flatMap((lesson) => lesson.checks));
  const read = plan.filter(({ isRead }) => isRead).length;
  const passed = tasks.filter(isPassed).length;
  const answered = checks.filter(({ question }) => asked.has(question)).length;
  const [done, all] = [read + passed + answered, plan.length + tasks.length + asked.size];
  return {
    read,
    lessons: plan.length,
    passed,
    tasks: tasks.length,
    answered,
    questions: asked.size,
    percent: all === 0 ? 0 : Math.floor((100 * done) / all),
  };
}

/** Whether a lesson should have been read before today. */
export const isOverdue = (
  { isRead, dueOn }: Pick<LessonCard, "isRead" | "dueOn">,
  today: string,
): boolean => !isRead && dueOn !== null && dueOn < today;

/** The reader's own calendar day. */
export function todayHere(now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
