/** Unicode characters that are written for LaTeX commands. */

const pairs =
  "≤ leq ≥ geq ≠ neq × times ÷ div · cdot ⋅ cdot ∞ infty ∑ sum ∏ prod ∫ int ∬ iint ∮ oint ∂ partial ∈ in ∉ notin → to ⟶ to ⇒ Rightarrow ⟹ Rightarrow ⇔ Leftrightarrow ⟺ Leftrightarrow ⇐ Leftarrow ↦ mapsto ≈ approx ∝ propto ∼ sim ≡ equiv ≜ triangleq ± pm ∓ mp ∇ nabla ∀ forall ∃ exists ∅ emptyset ∪ cup ∩ cap ⋃ bigcup ⋂ bigcap ⊂ subset ⊆ subseteq ∧ wedge ∨ vee ¬ neg ⊥ perp ∥ parallel ∣ mid ⟨ langle ⟩ rangle ⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil … ldots ⋯ cdots ⊤ top † dagger ∘ circ ⊗ otimes ⊕ oplus ≪ ll ≫ gg ℓ ell √ sqrt " +
  "α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega µ mu";

const names: ReadonlyMap<string, string> = (() => {
  const words = pairs.split(" ");
  const map = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) map.set(words[at], words[at + 1]);
  return map;
})();

/** The command that a character stands for (`≤` for `\leq`), if there is one. */
export const commandFor = (character: string): string | undefined => names.get(character);

const characters: ReadonlyMap<string, string> = new Map([...names].reverse().map(([character, name]) => [name, character]));

/** The character that is written for a command (`λ` for `\\lambda`), if there is one. */
export const characterFor = (command: string): string | undefined => characters.get(command);

const plainer: ReadonlyMap<string, string> = new Map([
  ["−", "-"],
  ["–", "-"],
  ["∗", "*"],
  ["’", "'"],
  ["′", "'"],
  ["∕", "/"],
  ["＝", "="],
  ["：", ":"],
  ["，", ","],
  ["；", ";"],
  ["（", "("],
  ["）", ")"],
]);

/** The ASCII symbol that a character stands for, or the character itself. */
export const plainSymbol = (character: string): string => plainer.get(character) ?? character;
