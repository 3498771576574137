/** Who may, of the routes about evidence, exams, certificates and appeals; see `permissions.ts`. */
export const assessmentPermissions: Readonly<Record<string, string>> = {
  "GET /assessment/people/:person": "teacher assistant",
  "GET /assessment/people/:person/competencies/:competency": "teacher assistant",
  "GET /assessment/people/:person/certificate": "teacher assistant",
  "GET /assessment/classes/:class": "teacher assistant",
  "POST /assessment/classes/:class/decisions": "teacher",
  "GET /assessment/classes/:class/contests": "teacher assistant",
  "GET /assessment/classes/:class/gradebook": "teacher assistant",
  "PUT /assessment/classes/:class/gradebook/rules": "teacher",
  "PUT /assessment/classes/:class/gradebook/people/:person": "teacher",
  "GET /assessment/classes/:class/gradebook/sheet": "teacher assistant",
  "POST /assessment/classes/:class/gradebook/sheet": "teacher",
  "POST /assessment/classes/:class/gradebook/publish": "teacher",
  "GET /assessment/classes/:class/gradebook/people/:person/report": "teacher assistant",
  "GET /assessment/grades": "student classmate",
  // Whose piece or contest it is, the use cases' own tests ask: here there is none.
  "POST /assessment/pieces/:piece/contest": "student classmate",
  "POST /assessment/contests/:contest/decision": "teacher colleague",
  "GET /assessment/classes/:class/assignments": "teacher assistant student classmate mentor",
  "POST /assessment/classes/:class/assignments": "teacher",
  "GET /assessment/classes/:class/conflicts": "teacher assistant",
  "POST /assessment/classes/:class/conflicts": "teacher",
  // Whose assignment or work it is, likewise.
  "PUT /assessment/assignments/:assignment/work": "student classmate",
  "POST /assessment/assignments/:assignment/close": "teacher colleague",
  "POST /assessment/assignments/:assignment/publish": "teacher colleague",
  "GET /assessment/queue": "teacher colleague mentor",
  "GET /assessment/works/:work": "teacher colleague mentor",
  "PUT /assessment/works/:work/marks": "teacher colleague mentor",
  // Of which school a bank is, and of which class an exam, their own tests ask: here there is none.
  "GET /assessment/competencies/:competency/foreign-mappings": "signed-in",
  "GET /assessment/foreign-frameworks":
    "operator head teacher colleague assistant officer association government",
  "POST /assessment/foreign-frameworks": "operator head; elsewhere operator",
  // Which organization keeps a framework of others, its own tests ask: here there is none.
  "GET /assessment/foreign-frameworks/:framework":
    "operator head teacher colleague assistant officer association government",
  "PUT /assessment/foreign-frameworks/:framework/mappings":
    "operator head officer association government",
  "GET /assessment/foreign-frameworks/:framework/mappings":
    "operator head teacher colleague assistant officer association government",
  "DELETE /assessment/foreign-frameworks/:framework":
    "operator head officer association government",
  "GET /assessment/overlays":
    "operator head teacher colleague assistant officer association government",
  // Of which school or region an overlay is, likewise.
  "PUT /assessment/overlays/:overlay": "operator head; elsewhere operator",
  "DELETE /assessment/overlays/:overlay": "operator head officer association government",
  "GET /assessment/banks": "teacher colleague",
  "POST /assessment/banks": "teacher colleague",
  "GET /assessment/banks/:bank": "teacher colleague",
  "GET /assessment/banks/:bank/questions/:question": "teacher colleague",
  "POST /assessment/banks/:bank/questions": "teacher colleague",
  "PUT /assessment/banks/:bank/questions/:question": "teacher colleague",
  "DELETE /assessment/banks/:bank/questions/:question": "teacher colleague",
  "PUT /assessment/banks/:bank/topics": "teacher colleague",
  "POST /assessment/banks/:bank/file": "teacher colleague",
  "GET /assessment/banks/:bank/file": "teacher colleague",
  "GET /assessment/classes/:class/exams": "teacher assistant",
  "POST /assessment/classes/:class/exams": "teacher",
  "GET /assessment/classes/:class/measurements": "head teacher assistant",
  "POST /assessment/classes/:class/measurements": "teacher",
  "GET /assessment/measurements": "head",
  // Of which class a measurement is, its own test asks: here there is none.
  "GET /assessment/measurements/:measurement": "head teacher colleague assistant",
  "POST /assessment/measurements/:measurement/after": "teacher colleague",
  "DELETE /assessment/measurements/:measurement": "teacher colleague",
  "GET /assessment/measurements/:measurement/own": "student classmate",
  "GET /assessment/exams": "teacher colleague assistant student classmate mentor",
  "GET /assessment/exams/:exam": "teacher colleague assistant mentor",
  "PUT /assessment/exams/:exam": "teacher colleague",
  "DELETE /assessment/exams/:exam": "teacher colleague",
  "POST /assessment/exams/:exam/open": "teacher colleague",
  "POST /assessment/exams/:exam/close": "teacher colleague",
  "POST /assessment/exams/:exam/publish": "teacher colleague",
  "POST /assessment/exams/:exam/signatures": "teacher colleague mentor",
  "GET /assessment/exams/:exam/room": "teacher colleague assistant",
  "PUT /assessment/exams/:exam/extra-minutes": "teacher colleague",
  "GET /assessment/exams/:exam/essays": "teacher colleague assistant",
  "PUT /assessment/exams/:exam/essays": "teacher colleague",
  "GET /assessment/exams/:exam/results": "teacher colleague assistant mentor",
  "GET /assessment/exams/:exam/results.xlsx": "teacher colleague assistant mentor",
  "POST /assessment/exams/:exam/sitting": "student classmate",
  "GET /assessment/exams/:exam/sitting": "student classmate",
  "PUT /assessment/exams/:exam/sitting": "student classmate",
  "POST /assessment/exams/:exam/sitting/hand-in": "student classmate",
  "GET /assessment/exams/:exam/result": "student classmate",
  "GET /assessment/classes/:class/signatures": "head teacher assistant mentor",
  "GET /assessment/signatures":
    "head teacher colleague assistant mentor officer planner association government",
  // Whose decision it is to sign, likewise.
  "POST /assessment/signatures":
    "head teacher colleague assistant mentor officer planner association government",
  "GET /me/certificates": "signed-in",
  "GET /me/appeals": "signed-in",
  // Whose decision it is to appeal, and whose appeal to decide, likewise.
  "POST /assessment/decisions/:decision/appeal": "student classmate",
  "POST /assessment/appeals/:appeal/second-step": "student classmate",
  "POST /assessment/appeals/:appeal/withdraw": "student classmate",
  "GET /assessment/appeals": "head teacher colleague mentor officer planner association government",
  "GET /assessment/appeals/:appeal": "signed-in",
  "POST /assessment/appeals/:appeal/answer":
    "head teacher colleague mentor officer planner association government",
  "POST /assessment/appeals/:appeal/recusal":
    "head teacher colleague mentor officer planner association government",
  "POST /assessment/appeals/:appeal/seats": "head",
};
