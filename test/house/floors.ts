/** The floors of the sources: a folder imports only from lower ones. */
export const floors: Record<string, number> = {
  base: 0,
  document: 1,
  latex: 1,
  numeric: 1,
  expression: 2,
  notation: 3,
  distributions: 3,
  python: 3,
  derivation: 4,
  worlds: 5,
  checks: 6,
  fixes: 7,
  gpu: 7,
  verify: 8,
  features: 9,
  hosts: 10,
};
