export default {
  "practice/cash-short": "Told in the wrong file",
};
