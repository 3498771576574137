/** 与招聘需求有关的每一种拒绝：发生了什么，该怎么办。 */
export default {
  "planning/no-such-import": "没有这次导入，或者它不属于您的单位。请从列表中选择。",
  "planning/no-such-source": "没有这个来源，或者它不属于您的单位。请从列表中选择。",
  "planning/no-such-posting": "没有这条招聘信息，或者它不属于您的单位。",
  "planning/no-such-order": "没有这个订单，或者它已经撤回。",
  "planning/import-columns": "看不出哪一列是职位名称。请为“{{missing}}”指定一列，再预览一次。",
  "planning/import-rows": "有 {{rows}} 行不能收入。请改正文件，或者确认把这些行留在外面。",
  "planning/import-seen": "这个文件已经导入过，见编号 {{import}}。同一文件只计一次。",
  "planning/import-committed": "这次导入已经提交，不能再改。",
  "planning/import-empty": "没有可以收入的行。请查看每一行的问题，改正后再试。",
  "planning/import-too-large": "一次导入最多 {{rowsMax}} 行。请分成几次。",
  "planning/unknown-city": "本地区没有城市“{{city}}”。请从列表中选择。",
  "planning/unknown-role": "能力框架里没有这个岗位或梯队。请从列表中选择。",
  "planning/too-few-labels":
    "标注还不够：每个版本至少要有 {{labelsMin}} 条新标注，现在有 {{labels}} 条。",
};
