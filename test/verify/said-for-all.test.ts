/** Equations that running text asserts: for all of some names, or as something that is known. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

describe("equations that are said for all names of a sort", () => {
  it.each([
    [R`For all square matrices $P$ and $Q$, $\operatorname{tr}(PQ) = \operatorname{tr}(QQ)$.`, "fails"],
    [R`For all square matrices $P$ and $Q$, $\operatorname{tr}(PQ) = \operatorname{tr}(QP)$.`, "holds"],
    [R`For every pair $s, t$ of real numbers, $e^{s+t} = e^s + e^t$.`, "fails"],
    [R`Whenever $s$ and $t$ are real, $|st| = |s| + |t|$.`, "fails"],
    [R`The equality $|st| = |s| + |t|$ is valid for arbitrary $s, t$.`, "fails"],
    [R`Here $|st| = |s| + |t|$ for any $s$ and $t$.`, "fails"],
    [R`Here $|st| = |s| |t|$ for any $s$ and $t$.`, "holds"],
    [R`For all $s, t \in \mathbb{C}$, $$|s + t|^2 = |s|^2 + \operatorname{Re}(s \bar t) + |t|^2.$$`, "fails"],
    [R`For all $s, t \in \mathbb{C}$, $$|s + t|^2 = |s|^2 + 2\operatorname{Re}(s \bar t) + |t|^2.$$`, "holds"],
    // of one of the names only, of a structure of its own, supposed
    [R`Here $|st| = |s| + |t|$ for any $s$.`, "given"],
    [R`Here $s^2 = s$ for all $s \in B$.`, "given"],
    [R`Suppose that $|st| = |s| + |t|$ for any $s$ and $t$.`, "given"],
    [R`A ring with $s^2 = s$ for all $s$ is commutative.`, "given"],
  ])("%s : %s", (text, last) => expect(verdicts(text).pop()).toBe(last));
});

describe("equations that are said to be known", () => {
  it.each([
    [R`Observe that $e^{s+t} = e^s + e^t$.`, "fails"],
    [R`It is well known that $e^{s+t} = e^s + e^t$.`, "fails"],
    [R`Clearly, $e^{s+t} = e^s + e^t$.`, "fails"],
    [R`In general, $|st| = |s| + |t|$.`, "fails"],
    [R`We know that $|st| = |s| + |t|$.`, "given"],
    [R`Observe that if $|st| = |s| + |t|$, one of the numbers is not zero.`, "given"],
  ])("%s : %s", (text, last) => expect(verdicts(text).pop()).toBe(last));
});
