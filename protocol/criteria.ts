/** The thirteen conditions and requirements of the SAFE Framework, in its order (WCO SAFE Framework of Standards). Their titles are in content/criteria. */
export const safeCriteria = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'] as const;
export type SafeCriterion = (typeof safeCriteria)[number];
