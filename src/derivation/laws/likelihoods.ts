/** Which conditional distributions are likelihoods by their letters: of data, by parameters. */

const isGreek = (name: string): boolean => /^\\[a-z]+/.test(name) && !/^\\(mathbf|bar|hat|tilde|vec|boldsymbol)\{[a-zA-Z]\}/.test(name);

/** p(x | θ) of data by parameters with Greek letters: it may be meant in these. */
export const isLikelihood = (front: readonly string[], back: readonly string[]): boolean => back.length > 0 && back.every(isGreek) && !front.some(isGreek);
