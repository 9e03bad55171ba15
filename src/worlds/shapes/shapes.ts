/** Which names of a scope are vectors and matrices, and of what sizes: inferred from what is declared and from what is done with them. */
import { type Expr, some, walk } from "../../expression/tree";
import { entryOwners, isListOfEntries } from "../entry-names";
import { dimensionOfTwoPi } from "../gaussian-shapes";
import type { Structure } from "../matrix-draws";
import { declare, type Said } from "./shape-declarations";
import { isIdentityName, isOnesName, isUnitVector, looksLikeMatrix, looksLikeVector, unitVectorsOf } from "./shape-names";
import { ShapeRules } from "./shape-rules";
import { type Assignment, assignments, baseName, take } from "./shape-search";
import { chooseSizes, type Sizes } from "./shape-sizes";
import { type Membership, NO_SHAPES, type Shape, type ShapeScope, type ShapeTable } from "./shape-table";
import { ShapeStore } from "./shape-types";

const MATRIX_OPERATIONS = /^(transpose|matrix|entry|determinant|tuple|gradient|hessian|divergence|curl|hadamard|kronecker|minor|span|space-of)$/;
/** ∇²ψ of a potential or a wave: a number. */
const isLaplacian = (n: Expr): boolean =>
  n.op === "hessian" && n.args.length === 1 && n.args[0].op === "symbol" && /^\\(phi|varphi|psi|Phi|Psi)$/.test(n.args[0].name ?? "");
/** What the size of an identity is written as: I_n, I_{n+1}, I_3; an I_c or I_x is another name. */
const isSize = (e: Expr): boolean => e.op !== "symbol" || /^[dk-rstDK-NPQT]$/.test(e.name ?? "");
/** Whether an equation says that a name of identities is a number here: I_n = ∫ … */
const namesNumber = (a: Expr, b: Expr): boolean =>
  (a.op === "symbol" || a.op === "indexed") && isIdentityName(a.name ?? "") && /^(integral|sum|sum-over|limit|prod)$/.test(b.op);
/** (I + AB)^{-1}, (λI - A)^{-1}: an inverse of what has an I as a term beside capitals. */
function isInverseBesideIdentity(n: Expr): boolean {
  const [base, power] = n.op === "pow" ? n.args : [];
  if (base?.op !== "add" || power.op !== "neg" || power.args[0].name !== "1") return false;
  const factors = (e: Expr): readonly Expr[] => (e.op === "neg" ? factors(e.args[0]) : e.op === "mul" ? e.args.flatMap(factors) : [e]);
  const isI = (e: Expr): boolean => e.op === "symbol" && isIdentityName(e.name ?? "");
  const isOfCapitals = (e: Expr): boolean => factors(e).some((f) => f.op === "symbol" && looksLikeMatrix(f.name ?? "") && !isI(f));
  return base.args.some((a) => factors(a).some(isI)) && base.args.some(isOfCapitals) && base.args.every((a) => factors(a).some(isI) || isOfCapitals(a));
}

/** Whether an expression shows that vectors or matrices are about. */
const showsMatrices = (e: Expr, identities = true): boolean =>
  some(
    e,
    (n) =>
      (MATRIX_OPERATIONS.test(n.op) && !isLaplacian(n)) ||
      (n.op === "call" && /^(det|tr|rank|diag|vec|rref)$/.test(n.name ?? "")) ||
      ((n.op === "symbol" || n.op === "indexed") &&
        (/^\\(vec|overrightarrow|mathbf|pmb)\{/.test(n.name ?? "") ||
          isUnitVector(n.name ?? "") !== undefined ||
          (identities && n.op === "indexed" && isIdentityName(n.name ?? "") && n.args.every(isSize)))) ||
      (identities && isInverseBesideIdentity(n)) ||
      (n.op === "integral-over" && n.args[1].op === "pow" && /^\\math(bb|bf)\{?R\}?$/.test(n.args[1].args[0].name ?? "")) ||
      (n.op === "mul" && n.data?.style === "times" && n.args.some((a) => looksLikeVector(a.name ?? ""))),
  );

/** How the shapes of a step are chosen where the document leaves a choice. */
export interface ShapeChoice {
  /** 1 gives other sizes than 0. */
  readonly sizes: 0 | 1;
  /** The how-manieth of the assignments under which everything fits. */
  readonly rank: number;
  /** Whether only definitions count, and no other equations of the scope. */
  readonly near?: boolean;
  /** Vectors x_i beside a matrix X are taken for its rows, or its columns. */
  readonly members?: Readonly<Record<string, Membership>>;
  /** Names of matrices of which nothing is said, and which are taken for symmetric. */
  readonly symmetric?: ReadonlySet<string>;
}

/** Trees in which matrices show, or not, where I is an identity and where it is none: equations of a scope are asked again for every trial. */
const shown = [new WeakMap<Expr, boolean>(), new WeakMap<Expr, boolean>()] as const;

function showsOnce(e: Expr, identities: boolean): boolean {
  const kept = shown[identities ? 1 : 0];
  const known = kept.get(e) ?? showsMatrices(e, identities);
  kept.set(e, known);
  return known;
}

const withIdentities = (left: Expr, right: Expr, scope: ShapeScope): boolean =>
  ![[left, right] as const, ...scope.equations].some(([a, b]) => namesNumber(a, b));

/** Whether vectors or matrices are about in a step or its scope: without them there are no shapes. */
export function speaksOfShapes(left: Expr, right: Expr, scope: ShapeScope): boolean {
  if (scope.declarations.some((d) => d.kind === "matrix" || d.kind === "vector")) return true;
  const identities = withIdentities(left, right, scope);
  return [[left, right] as const, ...scope.equations].some((pair) => pair.some((e) => showsOnce(e, identities)));
}

/** What was inferred for one step in one scope, by what the choice has a say in; choices of sizes and structures have none. */
export type Inferences = Map<string, Inferred>;

/** The shapes of the names of a step; `before` holds what was inferred for other choices, and is added to. */
export function shapesOf(left: Expr, right: Expr, scope: ShapeScope, choice: ShapeChoice = { sizes: 0, rank: 0 }, before: Inferences = new Map()): ShapeTable {
  const step = [left, right];
  if (!speaksOfShapes(left, right, scope)) return NO_SHAPES;
  const identities = withIdentities(left, right, scope);
  const names = namesIn([...step, ...scope.equations.flat()]);
  const units = unitVectorsOf(names);
  const owners = entryOwners([
    left,
    right,
    ...scope.equations
      .slice(0, scope.defined + 6)
      .filter(([a, b]) => !isListOfEntries(a, b))
      .flat(),
  ]);
  const members = new Map(Object.entries(choice.members ?? {}));
  const way = `${choice.near === true} ${JSON.stringify(choice.members)}`;
  const found = before.get(`${way} ${choice.rank}`) ?? inferred(left, right, scope, { units, owners, members, identities }, choice, before.get(`${way} 0`));
  before.set(`${way} ${choice.rank}`, found);
  const sizes = chooseSizes(found.rules, scope, choice.sizes);
  const shapes = readShapes(found.rules, found.said, units, sizes, choice.symmetric);
  if (shapes.size === 0 && !step.some((e) => showsOnce(e, identities))) return NO_SHAPES;
  const { guessed, open } = found;
  return {
    shapes,
    indices: indicesOf(found.rules, sizes),
    sizes: sizes.named,
    identities,
    units,
    owners,
    members,
    guessed,
    others: Math.max(0, open.length - 1),
    ...doubtOf(found.fits, step, scope),
  };
}

interface Inferred {
  readonly rules: ShapeRules;
  readonly said: Said;
  readonly fits: boolean;
  readonly guessed: ReadonlySet<string>;
  /** The assignments of what the constraints leave open, the likeliest first. */
  readonly open: readonly Assignment[];
  /** The equations that were taken into account. */
  readonly equations: ShapeScope["equations"];
}

/** Constraints from near to far, then one of the likeliest assignments of what they leave open; `usual` is what was inferred for the likeliest. */
function inferred(
  left: Expr,
  right: Expr,
  scope: ShapeScope,
  names: Pick<ShapeTable, "units" | "owners" | "members" | "identities">,
  choice: ShapeChoice,
  usual?: Inferred,
): Inferred {
  const step = [left, right];
  const bound = boundVariables([...step, ...scope.equations.flat()]);
  let best: Inferred | undefined;
  // equations that leave no fitting assignment are left out: the far ones first, then all
  const { units, owners, members, identities } = names;
  const definitions = scope.equations.slice(0, scope.defined);
  const all = [scope.equations, scope.equations.slice(0, scope.defined + 6), definitions];
  for (const equations of usual ? [usual.equations] : choice.near ? [definitions] : all) {
    const rules = new ShapeRules(new ShapeStore(), identities, units, owners, members);
    const said = declare(rules, scope);
    for (const [name, m] of members) memberShapes(rules, name, m);
    let fits = true;
    for (const e of step) fits = rules.attempt(() => void rules.type(e, new Set())) && fits;
    fits = rules.attempt(() => rules.equate(left, right)) && fits;
    dimensionOfTwoPi([...step, ...definitions.flat()], rules);
    const kept = equations.filter(([a, b]) => rules.attempt(() => rules.equate(a, b)));
    columns(rules, units);
    terms(rules);
    const evident = new Set([...rules.variables].filter(([, t]) => rules.store.read(t).kind !== "unknown").map(([key]) => key));
    const open = usual?.open ?? assignments(rules, [...step, ...kept.flat()], bound);
    const chosen = open[Math.min(choice.rank, open.length - 1)];
    for (const [key, kind] of chosen?.kinds ?? []) rules.attempt(() => take(rules, key, kind));
    columns(rules, units);
    const guessed = new Set([...rules.variables.keys()].filter((key) => !evident.has(key) && rules.store.read(rules.variable(key)).kind !== "unknown"));
    best = { rules, said, fits: fits && chosen !== undefined, guessed, open, equations };
    if (best.fits || equations.length === definitions.length) break;
  }
  return best as Inferred;
}

/** Rows and columns have the sizes of their matrix. */
function memberShapes(rules: ShapeRules, name: string, { owner, by }: Membership): void {
  const { store } = rules;
  const [rows, cols] = [store.dim(), store.dim()];
  rules.attempt(() => {
    store.unify(rules.variable(owner), store.matrix(rows, cols));
    store.unify(rules.variable(`${name}_{*}`), store.vector(by === "rows" ? cols : rows));
  });
}

/** x_i is of the shape that the terms of the sum over x_i have, where that fits. */
function terms(rules: ShapeRules): void {
  for (const [key, t] of rules.variables) {
    const all = /_\{[i-n]\}$/.test(key) ? rules.known(key.replace(/_\{.\}$/, "_{*}")) : undefined;
    if (all !== undefined) rules.attempt(() => rules.store.unify(t, all));
  }
}

/** Small letters are columns, where that fits. */
function columns(rules: ShapeRules, units: ReadonlySet<string>): void {
  const { store } = rules;
  // what a function is of has names of its own
  for (const [key, t] of rules.variables)
    if (!key.includes("#") && store.read(t).kind === "matrix" && !looksLikeMatrix(baseName(key)) && !units.has(key))
      rules.attempt(() => store.make(t, undefined, 1));
}

function namesIn(expressions: readonly Expr[]): Set<string> {
  const names = new Set<string>();
  for (const e of expressions) walk(e, (n) => void ((n.op === "symbol" || n.op === "indexed") && names.add(n.name ?? "")));
  return names;
}

/** Names that integrals and expectations run over, and those that stand nowhere but as what distributions are of. */
function boundVariables(expressions: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  const variables = new Set<string>();
  const others = new Set<string>();
  const note = (n: Expr): void => {
    // what an extreme value is taken over may be a vector
    if (typeof n.data?.bound === "string" && !/^(apply|optimizer|(max|min)-over)$/.test(n.op)) found.add(n.data.bound);
    const isConditional = n.op === "apply" && n.data?.bound === "|";
    for (const a of n.args)
      if (isConditional && a.op === "symbol") variables.add(a.name ?? "");
      else note(a);
    if (n.op === "symbol") others.add(n.name ?? "");
  };
  for (const e of expressions) note(e);
  for (const name of variables) if (!others.has(name)) found.add(name);
  return found;
}

function readShapes(rules: ShapeRules, said: Said, units: ReadonlySet<string>, sizes: Sizes, symmetric: ReadonlySet<string> = new Set()): Map<string, Shape> {
  const { store } = rules;
  const shapes = new Map<string, Shape>();
  for (const [key, t] of rules.variables) {
    const m = store.read(t);
    if (m.kind !== "matrix" || key.includes("#") || key === "unit vectors") continue;
    const structure: readonly Structure[] = isOnesName(baseName(key)) ? ["ones"] : (said.structure.get(key) ?? usualStructure(key, symmetric));
    shapes.set(key, { rows: sizes.of(m.rows), cols: sizes.of(m.cols), structure, complex: said.complex.has(key) });
  }
  for (const unit of units) {
    const space = store.read(rules.variable("unit vectors"));
    shapes.set(unit, {
      rows: space.kind === "matrix" ? sizes.of(space.rows) : 3,
      cols: 1,
      structure: [`unit:${isUnitVector(unit) ?? 0}` as Structure],
      complex: false,
    });
  }
  return shapes;
}

/** Sigma is a covariance matrix by convention, where it is square. */
const usualStructure = (key: string, symmetric: ReadonlySet<string>): readonly Structure[] =>
  /^(\\(mathbf|hat|tilde)\{)*\\Sigma(\}|_|$)/.test(key) ? ["definite"] : symmetric.has(key) ? ["symmetric"] : [];

function indicesOf(rules: ShapeRules, sizes: Sizes): Map<string, number> {
  const indices = new Map<string, number>();
  for (const { name, of, column } of rules.entryIndices) {
    const m = rules.store.read(of);
    if (m.kind !== "matrix" || name === "") continue;
    const size = sizes.of(column ? m.cols : m.rows);
    indices.set(name, Math.min(size, indices.get(name) ?? size));
  }
  return indices;
}

/** Reasons against an accusation: shapes that do not fit, and an angle that stands beside lengths, which is the angle between vectors by convention. */
function doubtOf(fits: boolean, step: readonly Expr[], scope: ShapeScope): { doubt?: string } {
  if (!fits) return { doubt: "the shapes of its vectors and matrices do not fit together" };
  if (scope.normal) return { doubt: "that its matrices are normal could not be used" };
  if (scope.triangular) return { doubt: "which of its matrices are triangular was not understood" };
  const angle = step.some((e) =>
    some(
      e,
      (n) =>
        n.op === "mul" &&
        n.args.some((a) => a.op === "call" && /^(sin|cos)$/.test(a.name ?? "") && a.args[0].op === "symbol") &&
        n.args.some((a) => a.op === "norm" || a.op === "absolute"),
    ),
  );
  return angle ? { doubt: "between which vectors the angle is taken is not said" } : {};
}
