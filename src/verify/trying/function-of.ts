/** Names for functions that stand for plain names of a step: no letters of distributions, nor of functions that mathematics knows. */
export const functionNamed = (name: string): string => `\\mathrm{of${name.replace(/[^a-zA-Z0-9]/g, "")}}`;
