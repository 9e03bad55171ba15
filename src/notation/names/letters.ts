/** What mathematics calls by a letter: J_ν(z), P_n(x), B_n, ζ(s, a) …, as readings for documents that do not say what the letter is. */

/** One meaning of a letter with its subscripts, superscripts and arguments. */
export interface LetterMeaning {
  /** Subscripts, superscripts in parentheses, arguments; `sup`: a plain superscript is an index, not a power. */
  readonly subs: number;
  readonly uppers: number;
  readonly sup: boolean;
  readonly args: number;
  /** The function of numeric/special. */
  readonly special: string;
  /** Its arguments in order: s0 a subscript, u0 a superscript in parentheses, p0 a plain one, a0 an argument, or a number. */
  readonly order: readonly string[];
  /** Which of its arguments are whole numbers where nothing else is said: by position. */
  readonly whole: readonly number[];
  readonly says: string;
  /** Where the arguments must be parted by a bar or a semicolon. */
  readonly parted?: string;
}

/** `"s0 a0"`-style rows: name | shape "subs,uppers,args[,sup]" | function | order | what it is. A star behind an argument: a whole number. */
function row(text: string): [string, LetterMeaning] {
  const [name, shape, special, order, says, parted] = text.split("|").map((t) => t.trim());
  const [subs, uppers, args, sup] = shape.split(",");
  const parts = order === "" ? [] : order.split(" ");
  return [
    name,
    {
      subs: Number(subs),
      uppers: Number(uppers),
      args: Number(args),
      sup: sup === "sup",
      special,
      order: parts.map((p) => p.replace("*", "")),
      whole: parts.flatMap((p, i) => (p.endsWith("*") ? [i] : [])),
      says,
      ...(parted ? { parted: parted === "bar" ? "|" : parted } : {}),
    },
  ];
}

/** Operators whose upright name leaves no doubt, in the same form. */
const CERTAIN_ROWS = `
Ai|0,0,1|airyai|a0|the Airy function
Bi|0,0,1|airybi|a0|the Airy function of the second kind
erfi|0,0,1|erfi|a0|the imaginary error function
agm|0,0,2|agm|a0 a1|the arithmetic-geometric mean
agm|0,0,1|agm|1 a0|the arithmetic-geometric mean with 1
Li|1,0,1|polylog|s0 a0|the polylogarithm
Ein|0,0,1|Ein|a0|the entire exponential integral
Li|0,0,1|Li0|a0|the offset logarithmic integral
Cin|0,0,1|Cin|a0|the entire cosine integral
si|0,0,1|si0|a0|the sine integral from infinity
Shi|0,0,1|Shi|a0|the hyperbolic sine integral
Chi|0,0,1|Chi|a0|the hyperbolic cosine integral
Wi|0,0,1|lambertw|a0|Lambert's W
Wp|0,0,1|lambertw|a0|Lambert's W
Wm|0,0,1|lambertwk|-1 a0|the lower branch of Lambert's W
Cl|1,0,1|clausen2|s0 a0|the Clausen function
psi|0,0,1|digamma|a0|the digamma function
He|1,0,1|hermitehe|s0* a0|the Hermite polynomial
sn|0,0,2|jacobisnk|a0 a1|Jacobi's sn
cn|0,0,2|jacobicnk|a0 a1|Jacobi's cn
dn|0,0,2|jacobidnk|a0 a1|Jacobi's dn
ns|0,0,2|jacobinsk|a0 a1|Jacobi's ns
nc|0,0,2|jacobinck|a0 a1|Jacobi's nc
nd|0,0,2|jacobindk|a0 a1|Jacobi's nd
sc|0,0,2|jacobisck|a0 a1|Jacobi's sc
sd|0,0,2|jacobisdk|a0 a1|Jacobi's sd
cs|0,0,2|jacobicsk|a0 a1|Jacobi's cs
cd|0,0,2|jacobicdk|a0 a1|Jacobi's cd
ds|0,0,2|jacobidsk|a0 a1|Jacobi's ds
dc|0,0,2|jacobidck|a0 a1|Jacobi's dc
sn|0,0,2|jacobisn|a0 a1|Jacobi's sn of the parameter
cn|0,0,2|jacobicn|a0 a1|Jacobi's cn of the parameter
dn|0,0,2|jacobidn|a0 a1|Jacobi's dn of the parameter
`;

/** Functions and numbers by letters. The first of several meanings of one shape is the most usual. */
const LETTER_ROWS = `
J|1,0,1|besselj|s0* a0|the Bessel function of the first kind
Y|1,0,1|bessely|s0* a0|the Bessel function of the second kind
N|1,0,1|bessely|s0* a0|the Bessel function of the second kind
I|1,0,1|besseli|s0* a0|the modified Bessel function of the first kind
K|1,0,1|besselk|s0* a0|the modified Bessel function of the second kind
H|1,1,1|hankel|u0 s0* a0|the Hankel function
j|1,0,1|sphericalj|s0* a0|the spherical Bessel function
y|1,0,1|sphericaly|s0* a0|the spherical Bessel function of the second kind
k|1,0,1|sphericalk|s0* a0|the modified spherical Bessel function
\\mathsf{j}|1,0,1|sphericalj|s0* a0|the spherical Bessel function
\\mathsf{y}|1,0,1|sphericaly|s0* a0|the spherical Bessel function of the second kind
\\mathsf{k}|1,0,1|sphericalk|s0* a0|the modified spherical Bessel function
\\mathsf{h}|1,1,1|sphericalhankel|u0 s0* a0|the spherical Hankel function
\\mathsf{i}|1,1,1|sphericalmodified|u0 s0* a0|the modified spherical Bessel function
\\mathbf{H}|1,0,1|struveh|s0* a0|the Struve function
\\mathbf{L}|1,0,1|struvel|s0* a0|the modified Struve function
H|1,0,1|hermite|s0* a0|the Hermite polynomial
H|1,0,1|struveh|s0* a0|the Struve function
H|1,0,1|hermitehe|s0* a0|the probabilists' Hermite polynomial
\\mathit{He}|1,0,1|hermitehe|s0* a0|the probabilists' Hermite polynomial
P|1,0,1|legendre|s0* a0|the Legendre polynomial
P|1,0,1,sup|ferrersp|p0* s0* a0|the associated Legendre function
\\mathsf{P}|1,0,1|legendre|s0* a0|the Legendre function
\\mathsf{P}|1,0,1,sup|ferrersp|p0* s0* a0|the Ferrers function
Q|1,0,1|legendreq|s0* a0|the Legendre function of the second kind
\\mathsf{Q}|1,0,1|legendreq|s0* a0|the Ferrers function of the second kind
P|1,2,1|jacobip|u0 u1 s0* a0|the Jacobi polynomial
T|1,0,1|chebyshevt|s0* a0|the Chebyshev polynomial
U|1,0,1|chebyshevu|s0* a0|the Chebyshev polynomial of the second kind
C|1,1,1|gegenbauer|u0 s0* a0|the Gegenbauer polynomial
L|1,0,1|laguerre|s0* a0|the Laguerre polynomial
L|1,1,1|laguerrea|u0 s0* a0|the associated Laguerre polynomial
L|1,0,1,sup|laguerrea|p0 s0* a0|the associated Laguerre polynomial
Y|1,0,2,sup|sphericalharmonic|p0* s0* a0 a1|the spherical harmonic
Y|2,0,2|sphericalharmonic|s1* s0* a0 a1|the spherical harmonic
B|1,0,1|bernoullipolynomial|s0* a0|the Bernoulli polynomial
E|1,0,1|eulerpolynomial|s0* a0|the Euler polynomial
E|1,0,1|expinte|s0* a0|the exponential integral
E|1,0,1|eisensteine|s0* a0|the normalised Eisenstein series
G|1,0,1|eisensteing|s0* a0|the Eisenstein series
B|1,0,0|bernoulli|s0*|the Bernoulli number
B|1,0,0|bell|s0*|the Bell number
E|1,0,0|eulernumber|s0*|the Euler number
F|1,0,0|fibonacci|s0*|the Fibonacci number
L|1,0,0|lucas|s0*|the Lucas number
H|1,0,0|harmonic|s0|the harmonic number
H|1,1,0|harmonicorder|u0 s0|the generalised harmonic number
C|1,0,0|catalannumber|s0*|the Catalan number
p|1,0,0|prime|s0*|the prime number of this index
h|1,0,0|harmonic|s0|the harmonic number
\\gamma|1,0,0|stieltjes|s0*|the Stieltjes constant
\\gamma|1,0,1|stieltjes2|s0* a0|the generalised Stieltjes constant
\\varphi|0,0,1|totient|a0*|Euler's totient
\\phi|0,0,1|totient|a0*|Euler's totient
\\mu|0,0,1|moebius|a0*|the Möbius function
\\sigma|1,0,1|divisorsigma|s0 a0*|the divisor function
\\sigma|0,0,1|divisorsigma|1 a0*|the sum of the divisors
d|0,0,1|divisorcount|a0*|the number of divisors
\\tau|0,0,1|divisorcount|a0*|the number of divisors
\\omega|0,0,1|distinctprimes|a0*|the number of distinct prime factors
\\Omega|0,0,1|primefactors|a0*|the number of prime factors
\\Lambda|0,0,1|mangoldt|a0*|Mangoldt's function
\\lambda|0,0,1|modularlambda|a0|the modular lambda function
\\lambda|0,0,1|liouville|a0*|Liouville's function
\\lambda|0,0,1|dirichletlambda|a0|the Dirichlet lambda function
\\pi|0,0,1|primepi|a0|the number of primes
\\vartheta|0,0,1|chebyshevtheta|a0|Chebyshev's function
\\theta|0,0,1|chebyshevtheta|a0|Chebyshev's function
p|0,0,1|partitions|a0*|the number of partitions
g|0,0,1|landau|a0*|Landau's function
J|1,0,1|jordan|s0* a0*|Jordan's function
r|1,0,1|sumsofsquares|s0* a0*|the number of sums of squares
c|1,0,1|ramanujansum|s0* a0*|Ramanujan's sum
s|0,0,2|dedekindsum|a0* a1*|the Dedekind sum
s|0,0,2|stirling1|a0* a1*|the Stirling number of the first kind
S|0,0,2|stirling2|a0* a1*|the Stirling number of the second kind
A|0,0,2|eulerian|a0* a1*|the Eulerian number
\\Gamma|0,0,1|gamma|a0|the gamma function
\\Gamma|0,0,2|uppergamma|a0 a1|the incomplete gamma function
\\gamma|0,0,2|lowergamma|a0 a1|the lower incomplete gamma function
\\gamma^{*}|0,0,2|gammastar|a0 a1|the entire incomplete gamma function
P|0,0,2|gammainc|a0 a1|the regularised incomplete gamma function
Q|0,0,2|gammaincupper|a0 a1|the regularised upper incomplete gamma function
B|0,0,2|beta|a0 a1|the beta function
\\mathrm{B}|0,0,2|beta|a0 a1|the beta function
B|1,0,2|betainc|s0 a0 a1|the incomplete beta function
I|1,0,2|betaincregularised|s0 a0 a1|the regularised incomplete beta function
\\mathrm{B}|1,0,2|betainc|s0 a0 a1|the incomplete beta function
\\psi|0,0,1|digamma|a0|the digamma function
\\psi|0,0,1|chebyshevpsi|a0|Chebyshev's function
\\psi|1,0,1|polygamma|s0* a0|the polygamma function
\\psi|0,1,1|polygamma|u0* a0|the polygamma function
G|0,0,1|barnesg|a0|Barnes's G function
\\zeta|0,0,1|zeta|a0|the Riemann zeta function
\\zeta|0,0,2|zeta2|a0 a1|the Hurwitz zeta function
\\zeta|0,0,2|weierstrasszeta|a0 a1|the Weierstrass zeta function
\\sigma|0,0,2|weierstrasssigma|a0 a1|the Weierstrass sigma function
\\eta|0,0,1|dedekindeta|a0|the Dedekind eta function
\\eta|0,0,1|eta|a0|the Dirichlet eta function
\\beta|0,0,1|dirichletbeta|a0|the Dirichlet beta function
\\xi|0,0,1|xi|a0|the Riemann xi function
\\Phi|0,0,3|lerch|a0 a1 a2|the Lerch transcendent
\\mathrm{Li}|1,0,1|polylog|s0 a0|the polylogarithm
W|0,0,1|lambertw|a0|Lambert's W
W|1,0,1|lambertwk|s0* a0|a branch of Lambert's W
S|0,0,1|fresnels|a0|the Fresnel sine integral
C|0,0,1|fresnelc|a0|the Fresnel cosine integral
w|0,0,1|faddeeva|a0|the Faddeeva function
D|0,0,1|dawson|a0|Dawson's integral
M|0,0,2|agm|a0 a1|the arithmetic-geometric mean
K|0,0,1|ellipk|a0|the complete elliptic integral of the parameter
K|0,0,1|ellipkk|a0|the complete elliptic integral of the modulus
E|0,0,1|ellipe|a0|the complete elliptic integral of the second kind
E|0,0,1|ellipek|a0|the complete elliptic integral of the second kind of the modulus
\\Pi|0,0,2|ellippi|a0 a1|the complete elliptic integral of the third kind
\\Pi|0,0,2|ellippik|a0 a1|the complete elliptic integral of the third kind of the modulus
F|0,0,2|ellipf|a0 a1|the elliptic integral of the first kind
F|0,0,2|ellipfk|a0 a1|the elliptic integral of the first kind of the modulus
E|0,0,2|ellipeinc|a0 a1|the elliptic integral of the second kind
E|0,0,2|ellipeinck|a0 a1|the elliptic integral of the second kind of the modulus
\\Pi|0,0,3|ellippiinc|a0 a1 a2|the elliptic integral of the third kind
\\Pi|0,0,3|ellippiinck|a0 a1 a2|the elliptic integral of the third kind of the modulus
R_F|0,0,3|carlsonf|a0 a1 a2|Carlson's R_F
R_C|0,0,2|carlsonc|a0 a1|Carlson's R_C
R_J|0,0,4|carlsonj|a0 a1 a2 a3|Carlson's R_J
R_D|0,0,3|carlsond|a0 a1 a2|Carlson's R_D
R_G|0,0,3|carlsong|a0 a1 a2|Carlson's R_G
\\theta|1,0,2|theta|s0 a0 a1|the Jacobi theta function with sin πz
\\theta|1,0,2|thetanome|s0 a0 a1|the Jacobi theta function of the nome
\\theta|1,0,2|thetaradians|s0 a0 a1|the Jacobi theta function of τ
\\vartheta|1,0,2|thetanome|s0 a0 a1|the Jacobi theta function of the nome
\\vartheta|1,0,2|thetaradians|s0 a0 a1|the Jacobi theta function of τ
\\theta|1,0,1|thetaconstant|s0 a0|the theta constant of the nome
\\vartheta|1,0,1|thetaconstant|s0 a0|the theta constant of the nome
\\wp|0,0,2|weierstrassp|a0 a1|the Weierstrass function of the lattice of 1 and τ
j|0,0,1|modularj|a0|the modular j function
J|0,0,1|kleinj|a0|Klein's invariant
J|0,0,1|modularj|a0|the modular j function
g|1,0,1|invariantg|s0 a0|the invariant of the Weierstrass function
e|1,0,1|weierstrassroot|s0 a0|the root of the Weierstrass function
F|0,0,4|hyp2f1|a0 a1 a2 a3|Gauss's hypergeometric function
\\mathbf{F}|0,0,4|hyp2f1r|a0 a1 a2 a3|the regularised hypergeometric function
M|0,0,3|hyp1f1|a0 a1 a2|Kummer's function
\\Phi|0,0,3|hyp1f1|a0 a1 a2|Kummer's function
\\mathbf{M}|0,0,3|hyp1f1r|a0 a1 a2|the regularised Kummer function
U|0,0,3|hyperu|a0 a1 a2|Tricomi's function
\\Psi|0,0,3|hyperu|a0 a1 a2|Tricomi's function
U^{*}|0,0,3|ustar|a0 a1 a2|the scaled Tricomi function
M|2,0,1|whittakerm|s0 s1 a0|the Whittaker function
W|2,0,1|whittakerw|s0 s1 a0|the Whittaker function
U|0,0,2|parabolicu|a0 a1|the parabolic cylinder function
D|1,0,1|parabolicd|s0 a0|the parabolic cylinder function
F|1,0,2|coulombf|s0 a0 a1|the Coulomb function
G|1,0,2|coulombg|s0 a0 a1|the irregular Coulomb function
H^{+}|1,0,2|coulombhplus|s0 a0 a1|the outgoing Coulomb function
H^{-}|1,0,2|coulombhminus|s0 a0 a1|the incoming Coulomb function
C|1,0,1|coulombc|s0 a0|the Coulomb constant
\\sigma|1,0,1|coulombsigma|s0 a0|the Coulomb phase
\\delta|2,0,0|kronecker0|s0* s1*|the Kronecker delta
\\gamma|0,0,0|eulergamma||Euler's constant
\\mathrm{C}|0,0,0|catalan||Catalan's constant
G|0,0,0|catalan||Catalan's constant
\\varphi|0,0,0|golden||the golden ratio
\\phi|0,0,0|golden||the golden ratio
A|0,0,0|glaisher||Glaisher's constant
K|0,0,0|khinchin||Khinchin's constant
`;

function table(rows: string): ReadonlyMap<string, readonly LetterMeaning[]> {
  const found = new Map<string, LetterMeaning[]>();
  for (const line of rows.split("\n")) {
    if (line.trim() === "") continue;
    const [name, meaning] = row(line);
    found.set(name, [...(found.get(name) ?? []), meaning]);
  }
  return found;
}

export const LETTERS = table(LETTER_ROWS);
export const CERTAIN = table(CERTAIN_ROWS);
