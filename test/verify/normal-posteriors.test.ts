/** Parameters of posteriors that are normal because prior and likelihood are, of numbers and of vectors, in the law and in formulas behind it. */
import { describe, expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;

const REGRESSION = R`Let $t \mid v \sim \mathcal N(Xv, \sigma^2 I)$ and $v \sim \mathcal N(0, \tau^2 I)$.`;
const STATED = R`${REGRESSION} Then $v \mid t \sim \mathcal N(m, S)$ with`;
const ONE = R`Let $t \mid v \sim \mathcal N(v^Tu, \sigma^2)$ and $v \sim \mathcal N(a, B)$. Then $v \mid t \sim \mathcal N(m, S)$ with`;
const SAMPLE = R`Let $t_i \mid v \sim \mathcal N(v, \sigma^2)$ for $i = 1, \dots, n$ independently and $v \sim \mathcal N(a, b^2)$. Then $v \mid t_1, \dots, t_n \sim \mathcal N(m, s^2)$ with`;

describe("parameters of normal posteriors", () => {
  it.each([
    [
      R`${REGRESSION} Then $$v \mid t \sim \mathcal N\left(\left(X^TX + \frac{\sigma^2}{\tau^2}I\right)^{-1}X^Tt, \left(\frac{1}{\sigma^2}X^TX + \frac{1}{\tau^2}I\right)^{-1}\right)$$`,
      "holds",
    ],
    [
      R`${REGRESSION} Then $$v \mid t \sim \mathcal N\left(\left(X^TX + \frac{\tau^2}{\sigma^2}I\right)^{-1}X^Tt, \left(\frac{1}{\sigma^2}X^TX + \frac{1}{\tau^2}I\right)^{-1}\right)$$`,
      "fails",
    ],
    [R`${STATED} $$S = \left(\frac{1}{\sigma^2}X^TX + \frac{1}{\tau^2}I\right)^{-1}$$`, "holds"],
    [R`${STATED} $$S = \left(\frac{1}{\sigma^2}X^TX + \tau^2I\right)^{-1}$$`, "fails"],
    [R`${STATED} $$S^{-1} = \frac{1}{\sigma^2}X^TX + \frac{1}{\tau^2}I$$`, "holds"],
    [R`${STATED} $$m = \frac{1}{\sigma^2}SX^Tt$$`, "holds"],
    [R`${STATED} $$S = \left(\frac{1}{\sigma^2}X^TX + \frac{1}{\tau^2}I\right)^{-1}$$ and $$m = \frac{1}{\sigma}SX^Tt$$`, "fails"],
    // the mean is right though the covariance is not
    [R`${STATED} $$S = \left(\frac{1}{\sigma^2}X^TX + \tau^2I\right)^{-1}$$ and $$m = \frac{1}{\sigma^2}SX^Tt$$`, "holds"],
    [R`${SAMPLE} $$s^2 = \left(\frac{1}{b^2} + \frac{n}{\sigma^2}\right)^{-1}$$`, "holds"],
    [R`${SAMPLE} $$s^2 = \left(\frac{1}{b^2} + \frac{1}{\sigma^2}\right)^{-1}$$`, "fails"],
    [R`${SAMPLE} $$m = s^2\left(\frac{a}{b^2} + \frac{1}{\sigma^2}\sum_{i=1}^n t_i\right)$$`, "holds"],
    [R`${SAMPLE} $$m = s^2\left(\frac{a}{b} + \frac{1}{\sigma^2}\sum_{i=1}^n t_i\right)$$`, "fails"],
    // one observation, with a rank-one matrix
    [R`${ONE} $$S^{-1} = B^{-1} + \frac{1}{\sigma^2}uu^T, \qquad m = S\left(B^{-1}a + \frac{1}{\sigma^2}tu\right)$$`, "holds"],
    [R`${ONE} $$S^{-1} = B^{-1} + \frac{1}{\sigma^2}uu^T, \qquad m = S\left(B^{-1}a - \frac{1}{\sigma^2}tu\right)$$`, "fails"],
    [R`${ONE} $$S = \left(B^{-1} + \frac{1}{\sigma^2}uu^T\right)^{-1}$$`, "holds"],
    // no posterior of these: an approximation, a mean that is not linear, names of which nothing is said
    [R`${REGRESSION} We approximate $v \mid t \sim \mathcal N(m, S)$ with $$m = \frac{1}{\sigma}SX^Tt$$`, "holds", "fails"],
    [R`Let $t \mid v \sim \mathcal N(v^2, 1)$ and $v \sim \mathcal N(0, 1)$. Then $v \mid t \sim \mathcal N(m, s^2)$ with $$m = t$$`, "defines"],
    [R`${STATED} $$m = SCt$$`, "defines"],
  ])("%s : %s", (text, last, not = "") => (not ? expect(verdicts(text).pop()).not.toBe(not) : expect(verdicts(text).pop()).toBe(last)));
});
