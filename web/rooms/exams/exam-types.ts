import type { Answer } from "../../api/client.ts";

/** Exams as those who hold them see them. */
export type Exam = Answer<"GET /assessment/exams/:exam">;
export type Seat = Answer<"GET /assessment/exams/:exam/room">["seats"][number];
export type Results = Answer<"GET /assessment/exams/:exam/results">;
