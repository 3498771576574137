import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

const words = ["evidence", "framework"] as const;
const certificateWords = [...words, "certificate"] as const;

/** What a person can do: the map for everybody, and one competency. */
export const assessmentRoutes = (own: AnyRoute): AnyRoute[] => [
  room(own, "framework", ["framework"], () => import("./framework.tsx")),
  room(own, "framework/overlays", ["framework", "overlays"], () => import("./overlays.tsx")),
  room(own, "framework/foreign", ["framework", "foreign"], () => import("./foreigns.tsx")),
  room(own, "framework/foreign/$foreign", ["foreign"], () => import("./foreign.tsx")),
  room(own, "framework/$competency", ["framework"], () => import("./competency.tsx")),
];

/** What a student has shown, and why. */
export const evidenceRoutes = (student: AnyRoute): AnyRoute[] => [
  room(student, "competencies", certificateWords, () => import("./my-competencies.tsx")),
  room(student, "competencies/$competency", words, () => import("./my-evidence.tsx")),
];

/** Work that is to be marked: a mentor's and a teacher's, in the frame of either. */
export const reviewRoutes = (own: AnyRoute): AnyRoute[] => [
  room(own, "review", ["review", "exams", "credentials", "appeals"], () => import("./review.tsx")),
  room(own, "review/$work", ["review"], () => import("./review-work.tsx")),
];

const appealWords = ["appeals", "certificate", "credentials"] as const;

/** Appeals against decisions: of who makes them, who answers them, and of panels. */
export const appealRoutes = (own: AnyRoute): AnyRoute[] => [
  room(own, "appeals", appealWords, () => import("./appeals.tsx")),
  room(own, "appeals/$appeal", appealWords, () => import("./appeal.tsx")),
];

/** Work that is asked of a student. */
export const assignmentRoutes = (student: AnyRoute): AnyRoute[] => [
  room(student, "assignments", ["assignments"], () => import("./my-assignments.tsx")),
  room(
    student,
    "assignments/$class/$assignment",
    ["assignments"],
    () => import("./my-assignment.tsx"),
  ),
];

/** What teachers have published of a student's course work. */
export const gradeRoutes = (student: AnyRoute): AnyRoute[] => [
  room(student, "grades", ["grades"], () => import("./my-grades.tsx")),
];

/** The same of a student, for who leads the class. */
export const learnerRoutes = (teacher: AnyRoute): AnyRoute[] => [
  room(
    teacher,
    "classes/$class/competencies/$person",
    certificateWords,
    () => import("./learner-certificate.tsx"),
  ),
  room(
    teacher,
    "classes/$class/competencies/$person/$competency",
    words,
    () => import("./learner-evidence.tsx"),
  ),
];
