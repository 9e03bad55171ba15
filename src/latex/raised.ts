/** Small letters and digits that Unicode has as superscripts. */

const pairs = "0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ −⁻ +⁺ (⁽ )⁾ nⁿ iⁱ";

const signs: ReadonlyMap<string, string> = new Map(pairs.split(" ").map((pair) => [pair[0], pair[1]]));

/** The text in superscripts; undefined where a sign of it has none. */
export function raised(text: string): string | undefined {
  const found = [...text].map((sign) => signs.get(sign));
  return text !== "" && found.every((sign) => sign !== undefined) ? found.join("") : undefined;
}
