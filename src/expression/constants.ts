/** Names that stand for numbers wherever a document gives them no other meaning. */

/** π, e and i. */
export const isNumberName = (name: string | undefined): boolean => name !== undefined && /^(\\pi|e|i)$/.test(name);

/** These, infinity, and e in upright letters. */
export const isConstantName = (name: string | undefined): boolean => name !== undefined && /^(\\pi|e|i|\\infty|\\mathrm\{e\})$/.test(name);
