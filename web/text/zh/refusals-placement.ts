/** 安置的每一种拒绝：发生了什么，该怎么做。 */
export default {
  "placement/no-such-round": "没有这一轮安置，或者它与您无关。请从列表中选择。",
  "placement/no-such-place": "没有这个岗位，或者它不属于您的单位。请从列表中选择。",
  "placement/no-such-applicant": "此人没有填报这里的志愿。请刷新页面。",
  "placement/no-such-appeal": "没有这份申诉，或者它不归您处理。",
  "placement/no-such-competency": "框架中没有能力项“{{competency}}”。请从列表中选择。",
  "placement/not-yours-to-run": "您不能替这个单位组织安置。请由其负责人或规划人员操作。",
  "placement/not-your-place": "您不能替这个单位提供岗位。请由其导师或负责人操作。",
  "placement/round-full": "最多 {{most}} 个。请先去掉不需要的。",
  "placement/wrong-state": "本轮现在的阶段不允许这样做（{{state}}）。请看本轮的进程。",
  "placement/round-changed": "别处已经改动过。请刷新后再改。",
  "placement/rules-unsound":
    "规则互相矛盾：{{problem}}（{{place}}）。请核对名额、最低人数与区域上限。",
  "placement/least-over-capacity": "最低人数 {{least}} 超过名额 {{capacity}}。请改其一。",
  "placement/no-places": "还没有岗位。请先让企业或基地提供岗位。",
  "placement/no-agreement": "有 {{count}} 个岗位尚未得到单位同意：{{places}}。请单位同意或撤下。",
  "placement/regions-not-nested":
    "区域“{{one}}”与“{{other}}”交叉，都含“{{place}}”。请改为嵌套或不相交。",
  "placement/lottery-not-committed": "抽签种子与事先承诺的哈希不符。请取消本轮，另开一轮。",
  "placement/instance-changed": "冻结之后内容被改动过，不能公布。请取消本轮，另开一轮。",
  "placement/not-stable": "核验发现匹配不稳定（{{blocking}} 对），不能公布。请取消本轮并报告。",
  "placement/appeals-open": "还有 {{open}} 份申诉没有答复。请先答复。",
  "placement/appealed": "您已经申诉过一次。请等待答复。",
  "placement/appeal-decided": "这份申诉已经答复，不能再改。",
  "placement/choices-closed": "“{{round}}”不再接受志愿。请看结果或等待下一轮。",
  "placement/list-too-long": "志愿有 {{count}} 个，最多 {{most}} 个。请去掉末尾几个。",
  "placement/choice-twice": "“{{place}}”填报了两次。请去掉一个。",
  "placement/place-not-open": "第 {{choice}} 志愿不在本轮之中。请去掉后再交。",
  "placement/under-floor":
    "“{{place}}”要求适合度至少 {{floor}} %，您现在是 {{fit}} %。请先积累能力证据，或选择其他岗位。",
};
