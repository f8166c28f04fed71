/** The ids of the rules. Scripts contain them: never rename one. */
const ruleIds = ['A1', 'A2', 'A3', 'A7', 'C1', 'C2', 'C14a', 'C14b', 'N1', 'N3', 'N4'] as const;

export type RuleId = (typeof ruleIds)[number];
