/** What the refusals of assessment say: what happened and what to do. One sentence a code. */
export default {
  "assessment/no-such-check": "The course has no such question, or it is asked in tests only.",
  "assessment/in-exam":
    "This question is in an exam that you are writing. It can be answered here again once you have handed in.",
  "assessment/no-such-person": "There is no such person, or it is nobody whom you teach.",
  "assessment/no-such-piece": "There is no such piece of evidence, or it is not yours.",
  "assessment/no-such-contest": "There is no such objection, or it is not yours to decide.",
  "assessment/unknown-competency": "The framework has no such competency.",
  "assessment/unknown-profile": "The framework has no core of this role at this echelon.",
  "assessment/already-contested":
    "You have objected to this piece already. Please wait for the teacher's answer.",
  "assessment/piece-not-counted": "This piece of evidence no longer counts.",
  "assessment/contest-decided": "This objection has been answered already.",
  "assessment/no-such-assignment": "There is no such assignment, or you are not in its class.",
  "assessment/no-such-work": "There is no such work, or it was not given to you to mark.",
  "assessment/no-anchors":
    "Competency {{competency}} has no written anchors, so it cannot be marked.",
  "assessment/assignment-closed":
    "This assignment is closed: nothing can be handed in or changed any more.",
  "assessment/no-works": "Nobody has handed anything in yet, so there is nothing to mark.",
  "assessment/not-marking": "This assignment is not being marked now.",
  "assessment/already-marked": "These marks were handed in already and cannot be changed.",
  "assessment/unknown-criterion": "This assignment is not marked by competency {{competency}}.",
  "assessment/criteria-unmarked": "{{missing}} criteria have no mark yet.",
  "assessment/marks-missing": "{{missing}} works are not marked yet, or need a third rater.",
  "assessment/no-such-rater": "Choose a teacher or mentor of the class, and a student of it.",
  "assessment/rules-changed": "Somebody else changed the rules just now: look at them first.",
  "assessment/column-name-taken": 'The sheet has a column "{{column}}" already: choose another.',
  "assessment/no-such-column": "The gradebook has no such column.",
  "assessment/sheet-changed":
    'The sheet lacks the column "{{column}}": download it again and leave its headings alone.',
  "assessment/nothing-graded":
    "There is no grade yet: close days of a season, publish marks of work, or enter a grade.",
  "assessment/no-such-framework": "There is no such framework or item, or it is not your school's.",
  "assessment/case-unreadable": "This is no CASE package (JSON). Please export it again.",
  "assessment/case-too-large": "This package is too large ({{max}} at most).",
  "assessment/case-circle": "Item {{item}} stands above itself. Please mend it.",
  "assessment/too-many-kept": "There are {{max}} already, and no more can be kept.",
  "assessment/license-closed": "Its license lets no mapping to it be passed on.",
  "assessment/no-such-overlay": "There are no such requirements, or they are not yours.",
  "assessment/overlay-name-taken": "This name is taken. Please choose another one.",
  "assessment/overlay-changed": "These requirements have just changed. Please open them again.",
  "assessment/no-such-bank": "There is no such bank, or it is not of a school where you teach.",
  "assessment/no-such-question": "This bank has no such question.",
  "assessment/bank-fixed":
    "A course's bank cannot be changed. To change questions, export them and import them into a bank of your school.",
  "assessment/bank-full": "A bank holds at most {{max}} questions. Please make another one.",
  "assessment/question-known": "The bank already has the very same question.",
  "assessment/too-many-banks": "A school has at most {{max}} banks.",
  "assessment/no-such-exam": "There is no such exam, or you are not in its class.",
  "assessment/too-many-exams": "A class has at most {{max}} exams.",
  "assessment/exam-opened": "This exam has been opened; its plan can no longer be changed.",
  "assessment/exam-not-open": "This exam is not open now.",
  "assessment/exam-not-closed": "The exam has to be closed first.",
  "assessment/exam-not-published": "The results have not been published yet.",
  "assessment/blueprint-short":
    "There are too few questions: “{{name}}” asks for {{wanted}}, and the banks can give {{reached}}.",
  "assessment/essays-unmarked": "Answers that still have to be marked: {{missing}}.",
  "assessment/no-such-essay": "There is no such answer to mark.",
  "assessment/season-not-for-exam":
    "This season is no practical exam: it has to be this class's, made of the preset “Specialist exam”, and not be another exam's.",
  "assessment/season-not-finished": "The season is not finished: results can still change.",
  "assessment/signatures-missing":
    "A practical exam is published once a teacher and a mentor have confirmed it.",
  "assessment/not-begun": "This person has not begun the exam.",
  "assessment/sitting-elsewhere":
    "The exam goes on at another machine. To write here, choose “Go on here”.",
  "assessment/sitting-over": "It was handed in, or time is up. Everything that was saved counts.",
  "assessment/not-on-paper": "This question is not on the paper.",
  "assessment/no-such-decision": "There is no such decision, or it is not yours to sign.",
  "assessment/decision-superseded":
    "It was decided anew since, so this one is not signed any more.",
  "assessment/signed-already": "This side has signed already.",
  "assessment/signer-is-holder": "Nobody signs their own certificate.",
  "assessment/signer-in-conflict":
    "You are declared to be in conflict with one of these students, so you cannot sign for them.",
  "assessment/second-signer-needed":
    "You have signed for the other side. Two sides take two people.",
  "assessment/no-such-measurement":
    "There is no such learning measurement, or you are not in its class.",
  "assessment/window-closed": "A test must close after it opens, and not in the past.",
  "assessment/measurement-running":
    "The class is being measured in this course already. Finish that measurement, or take it back while nobody has begun.",
  "assessment/too-many-measurements": "A class has at most {{max}} learning measurements.",
  "assessment/test-opened": "The test after has been opened already.",
  "assessment/test-begun":
    "Somebody has begun a test; the measurement can no longer be taken back.",
  "assessment/measurement-not-over": "What you have learned is shown when the test after is over.",
  "assessment/exam-measures":
    "This is a test before or after a course: its answers are not published, and it counts for no grade and no evidence. See its learning measurement.",
  "assessment/no-such-appeal": "There is no such appeal, or it is none of yours.",
  "assessment/appeal-too-late":
    "The time to appeal ended on {{until}}; this can no longer be appealed.",
  "assessment/appeal-made":
    "An appeal was made already. Whoever does not accept its answer can take it to a " +
    "panel within fifteen days.",
  "assessment/appeal-open": "An appeal waits to be decided. Wait for its answer, or withdraw it.",
  "assessment/appeal-ended": "This appeal was decided or withdrawn already.",
  "assessment/appeal-final": "This answer is final and cannot be appealed.",
  "assessment/appeal-answered":
    "You have answered this appeal already; an answer cannot be changed.",
  "assessment/took-part":
    "You took part in this decision, in its marks or signatures; somebody who did not " +
    "must decide.",
  "assessment/not-in-file":
    "The file has no such piece of evidence or rater. Reload and choose again.",
  "assessment/nobody-for-seat":
    "Nobody can take the empty places now: have that side add somebody who took no part, " +
    "then draw again.",
};
