/** Verified identities and inequalities by construct, in the notation of mathjs; each is itself checked at random points by a test. */
import { read, type Term } from "./term";

/**
 * Sorts of names. a b c d: any real term; p q r: any positive term; x t s: real variables; w: a positive variable; u: a variable between -1 and 1;
 * n m: positive integers; k j l: bound indices; z y: complex numbers; A B C: invertible matrices, S symmetric; v h: vectors; X Y: random variables; f g: functions.
 */
export interface Rule {
  readonly construct: string;
  readonly left: Term;
  readonly relation: "==" | "<=" | ">=";
  readonly right: Term;
}

const TEXT: Readonly<Record<string, string>> = {
  algebra: `
    (a+b)^2 == a^2 + 2*a*b + b^2
    (a-b)^2 == a^2 - 2*a*b + b^2
    (a+b)*(a-b) == a^2 - b^2
    (a+b)^3 == a^3 + 3*a^2*b + 3*a*b^2 + b^3
    a^3 - b^3 == (a-b)*(a^2+a*b+b^2)
    a^3 + b^3 == (a+b)*(a^2-a*b+b^2)
    (a+b)*(c+d) == a*c + a*d + b*c + b*d
    a*(b+c) == a*b + a*c
    (a+b+c)^2 == a^2+b^2+c^2+2*a*b+2*b*c+2*c*a
    a^4 - b^4 == (a-b)*(a+b)*(a^2+b^2)
    (a*d-b*c)^2 + (a*c+b*d)^2 == (a^2+b^2)*(c^2+d^2)
    4*a*b == (a+b)^2 - (a-b)^2
    a^2 + b*a + c == (a + b/2)^2 + c - b^2/4
    -(a-b) == b - a
    a - (b - c) == a - b + c
  `,
  fractions: `
    1/a + 1/b == (a+b)/(a*b)
    1/a - 1/(a+1) == 1/(a*(a+1))
    a/b + c/d == (a*d+b*c)/(b*d)
    (a/b)/(c/d) == (a*d)/(b*c)
    (a^2-b^2)/(a-b) == a+b
    1/(1+1/a) == a/(a+1)
    a/(a+b) == 1 - b/(a+b)
    1/(a-b) + 1/(a+b) == 2*a/(a^2-b^2)
    (a/b)*(c/d) == (a*c)/(b*d)
    (a+b)/c == a/c + b/c
    1/(a^2-1) == (1/2)*(1/(a-1) - 1/(a+1))
    (a^3-1)/(a-1) == a^2+a+1
  `,
  powers: `
    p^a*p^b == p^(a+b)
    p^a/p^b == p^(a-b)
    (p*q)^a == p^a*q^a
    (p/q)^a == p^a/q^a
    (p^a)^b == p^(a*b)
    sqrt(p*q) == sqrt(p)*sqrt(q)
    sqrt(p/q) == sqrt(p)/sqrt(q)
    sqrt(p) == p^(1/2)
    1/(sqrt(p)+sqrt(q)) == (sqrt(p)-sqrt(q))/(p-q)
    sqrt(a^2) == abs(a)
    exp(a+b) == exp(a)*exp(b)
    exp(-a) == 1/exp(a)
    exp(a)^2 == exp(2*a)
    p^a == exp(a*log(p))
    cbrt(p^2) == p^(2/3)
    root(n, p) == p^(1/n)
    p^(3/2) == p*sqrt(p)
    (sqrt(p)+sqrt(q))^2 == p + q + 2*sqrt(p*q)
  `,
  logarithms: `
    log(p*q) == log(p)+log(q)
    log(p/q) == log(p)-log(q)
    log(p^a) == a*log(p)
    log(exp(a)) == a
    exp(log(p)) == p
    log(1/p) == -log(p)
    log(sqrt(p)) == (1/2)*log(p)
    log2(p) == log(p)/log(2)
    logb(2,p*q) == logb(2,p)+logb(2,q)
    lg(100*p) == 2 + lg(p)
    exp(a*log(p)) == p^a
    log(exp(a)+exp(b)) == a + log(1+exp(b-a))
    -log(1+exp(-a)) == a - log(1+exp(a))
    log(p+q) == log(p) + log(1+q/p)
  `,
  trigonometry: `
    sin(a)^2 + cos(a)^2 == 1
    sin(2*a) == 2*sin(a)*cos(a)
    cos(2*a) == cos(a)^2 - sin(a)^2
    cos(2*a) == 1 - 2*sin(a)^2
    cos(2*a) == 2*cos(a)^2 - 1
    sin(a+b) == sin(a)*cos(b) + cos(a)*sin(b)
    cos(a+b) == cos(a)*cos(b) - sin(a)*sin(b)
    sin(a-b) == sin(a)*cos(b) - cos(a)*sin(b)
    tan(a+b) == (tan(a)+tan(b))/(1-tan(a)*tan(b))
    sin(a)*sin(b) == (1/2)*(cos(a-b)-cos(a+b))
    sin(a)*cos(b) == (sin(a+b)+sin(a-b))/2
    sin(a)+sin(b) == 2*sin((a+b)/2)*cos((a-b)/2)
    1 + tan(a)^2 == sec(a)^2
    tan(a) == sin(a)/cos(a)
    cot(a) == cos(a)/sin(a)
    cos(a)^2 == (1+cos(2*a))/2
    sin(3*a) == 3*sin(a) - 4*sin(a)^3
    tan(a/2) == sin(a)/(1+cos(a))
    sin(pi/2 - a) == cos(a)
    cos(pi - a) == -cos(a)
    sin(pi/6)*2*a == a
    (1-cos(a))*(1+cos(a)) == sin(a)^2
    csc(a)^2 - cot(a)^2 == 1
    sin(2*a) == 2*tan(a)/(1+tan(a)^2)
  `,
  hyperbolic: `
    cosh(a)^2 - sinh(a)^2 == 1
    sinh(a) == (exp(a)-exp(-a))/2
    cosh(a) == (exp(a)+exp(-a))/2
    tanh(a) == (exp(2*a)-1)/(exp(2*a)+1)
    sinh(2*a) == 2*sinh(a)*cosh(a)
    cosh(a+b) == cosh(a)*cosh(b)+sinh(a)*sinh(b)
    1 - tanh(a)^2 == 1/cosh(a)^2
    cosh(2*a) == 2*sinh(a)^2 + 1
  `,
  inverses: `
    asin(u) + acos(u) == pi/2
    sin(asin(u)) == u
    cos(asin(u)) == sqrt(1-u^2)
    tan(atan(a)) == a
    cos(atan(a)) == 1/sqrt(1+a^2)
    atan(p) + atan(1/p) == pi/2
    sin(atan(a)) == a/sqrt(1+a^2)
    asinh(a) == log(a+sqrt(a^2+1))
    atanh(u) == (1/2)*log((1+u)/(1-u))
    sinh(asinh(a)) == a
    sin(2*asin(u)) == 2*u*sqrt(1-u^2)
    atan(-a) == -atan(a)
    acos(-u) == pi - acos(u)
    acosh(1+p) == log(1+p+sqrt(p^2+2*p))
  `,
  sums: `
    Sum(k, 1, n, k) == n*(n+1)/2
    Sum(k, 1, n, k^2) == n*(n+1)*(2*n+1)/6
    Sum(k, 1, n, k^3) == (n*(n+1)/2)^2
    Sum(k, 1, n, 2*k-1) == n^2
    Sum(k, 0, n, x^k) == (1-x^(n+1))/(1-x)
    Sum(k, 0, n, binom(n,k)) == 2^n
    Sum(k, 0, n, binom(n,k)*x^k) == (1+x)^n
    Sum(k, 0, n, binom(n,k)*x^k*t^(n-k)) == (x+t)^n
    Sum(k, 1, n, k*binom(n,k)) == n*2^(n-1)
    Sum(k, 1, n, a*k+b) == a*Sum(k, 1, n, k) + n*b
    Sum(k, 1, n, k*(k+1)) == n*(n+1)*(n+2)/3
    Sum(k, 0, n, k) + (n+1) == Sum(k, 0, n+1, k)
    Sum(k, 1, n, k^2) == Sum(j, 0, n-1, (j+1)^2)
    Sum(k, 1, n, Sum(j, 1, k, j)) == n*(n+1)*(n+2)/6
    Sum(k, 1, n, k*fact(k)) == fact(n+1) - 1
    Sum(k, 1, n, Sum(j, 1, m, k*j)) == (n*(n+1)/2)*(m*(m+1)/2)
    Sum(k, 1, n, k*2^k) == (n-1)*2^(n+1) + 2
    Sum(k, 0, n, binom(n,k)^2) == binom(2*n,n)
    Sum(k, 0, n, binom(m+k,k)) == binom(m+n+1,n)
  `,
  telescoping: `
    Sum(k, 1, n, 1/(k*(k+1))) == 1 - 1/(n+1)
    Sum(k, 1, n, 1/k - 1/(k+1)) == n/(n+1)
    Sum(k, 1, n, sqrt(k+1)-sqrt(k)) == sqrt(n+1) - 1
    Sum(k, 1, n, log(1+1/k)) == log(n+1)
    Sum(k, 1, n, 1/((2*k-1)*(2*k+1))) == n/(2*n+1)
    Sum(k, 1, n, (k+1)^3-k^3) == (n+1)^3 - 1
    Sum(k, 1, n, 1/(k*(k+1)*(k+2))) == 1/4 - 1/(2*(n+1)*(n+2))
    Prod(k, 2, n+1, 1-1/k) == 1/(n+1)
    Prod(k, 2, n+1, 1-1/k^2) == (n+2)/(2*(n+1))
    Prod(k, 1, n, (k+1)/k) == n+1
  `,
  products: `
    Prod(k, 1, n, k) == fact(n)
    Prod(k, 1, n, 2*k) == 2^n*fact(n)
    Prod(k, 1, n, x) == x^n
    Prod(k, 1, n, p^k) == p^(n*(n+1)/2)
    log(Prod(k, 1, n, k)) == Sum(k, 1, n, log(k))
    Prod(k, 1, n, exp(k)) == exp(n*(n+1)/2)
    Prod(k, 0, n, 2^k) == 2^(n*(n+1)/2)
    Prod(k, 1, n, x*k) == x^n*fact(n)
  `,
  series: `
    Sum(k, 0, oo, u^k) == 1/(1-u)
    Sum(k, 1, oo, k*u^k) == u/(1-u)^2
    Sum(k, 0, oo, x^k/fact(k)) == exp(x)
    Sum(k, 0, oo, (-1)^k*x^(2*k)/fact(2*k)) == cos(x)
    Sum(k, 0, oo, (-1)^k*x^(2*k+1)/fact(2*k+1)) == sin(x)
    Sum(k, 1, oo, 1/2^k) == 1
    Sum(k, 0, oo, x^(2*k)/fact(2*k)) == cosh(x)
    Sum(k, 0, oo, u^(2*k)) == 1/(1-u^2)
    Sum(k, 1, oo, u^k/k) == -log(1-u)
    Sum(k, 0, oo, 1/fact(k)) == exp(1)
    Sum(k, 0, oo, exp(-w)*w^k/fact(k)) == 1
  `,
  derivatives: `
    D(x, x^n) == n*x^(n-1)
    D(x, sin(a*x)) == a*cos(a*x)
    D(x, cos(x)) == -sin(x)
    D(x, exp(x^2)) == 2*x*exp(x^2)
    D(x, x*exp(x)) == (x+1)*exp(x)
    D(x, x^2*sin(x)) == 2*x*sin(x) + x^2*cos(x)
    D(x, tan(x)) == 1 + tan(x)^2
    D(x, atan(x)) == 1/(1+x^2)
    D(x, (x^2+1)^3) == 6*x*(x^2+1)^2
    D(x, x/(x^2+1)) == (1-x^2)/(x^2+1)^2
    D(x, exp(-x)*cos(2*x)) == -exp(-x)*(cos(2*x)+2*sin(2*x))
    D(x, log(x^2+1)) == 2*x/(x^2+1)
    D(x, sqrt(x^2+4)) == x/sqrt(x^2+4)
    D(x, 1/(1+exp(-x))) == exp(-x)/(1+exp(-x))^2
    D(x, log(1+exp(x))) == 1/(1+exp(-x))
    D(x, sinh(x)) == cosh(x)
    DD(x, sin(2*x)) == -4*sin(2*x)
    DD(x, x^3) == 6*x
    DD(x, exp(a*x)) == a^2*exp(a*x)
    D(w, log(w)) == 1/w
    D(w, w*log(w)) == log(w) + 1
    D(w, sqrt(w)) == 1/(2*sqrt(w))
    D(w, w^w) == w^w*(log(w)+1)
    P(x, x^2*t + t^3) == 2*x*t
    P(t, x^2*t + t^3) == x^2 + 3*t^2
    P(x, exp(x*t)) == t*exp(x*t)
    P(x, sin(x*t)/t) == cos(x*t)
    D(x, Sum(k, 0, n, x^k)) == Sum(k, 1, n, k*x^(k-1))
    D(x, (2*x-3)/(x^2+2)) == (-2*x^2+6*x+4)/(x^2+2)^2
  `,
  functions: `
    D(x, ap(f,x)*ap(g,x)) == D(x, ap(f,x))*ap(g,x) + ap(f,x)*D(x, ap(g,x))
    D(x, ap(f,x)^2) == 2*ap(f,x)*D(x, ap(f,x))
    D(x, ap(f,x)+3*ap(g,x)) == D(x, ap(f,x)) + 3*D(x, ap(g,x))
    D(x, x*ap(f,x)) == ap(f,x) + x*D(x, ap(f,x))
    D(x, exp(ap(f,x))) == exp(ap(f,x))*D(x, ap(f,x))
    (ap(f,x)+ap(g,x))^2 == ap(f,x)^2 + 2*ap(f,x)*ap(g,x) + ap(g,x)^2
    ap(f,x) == (ap(f,x)+ap(f,-x))/2 + (ap(f,x)-ap(f,-x))/2
  `,
  integrals: `
    Int(x, 0, 1, x^n) == 1/(n+1)
    Int(x, 0, pi, sin(x)) == 2
    Int(x, 0, a, 2*x) == a^2
    Int(x, a, b, x^2) == (b^3-a^3)/3
    Int(x, 0, 1, exp(x)) == e - 1
    Int(x, 0, 1, x*exp(x)) == 1
    Int(x, 0, pi/2, cos(x)^2) == pi/4
    Int(x, 0, 1, 1/(1+x^2)) == pi/4
    Int(x, -a, a, x^2) == 2*a^3/3
    Int(x, 0, t, exp(-x)) == 1 - exp(-t)
    Int(x, 0, t, cos(x)) == sin(t)
    Int(x, 0, oo, exp(-x)) == 1
    Int(x, 0, oo, x^2*exp(-x)) == 2
    Int(x, 0, oo, exp(-p*x)) == 1/p
    Int(x, -oo, oo, exp(-x^2)) == sqrt(pi)
    Int(x, -oo, oo, exp(-x^2/2)) == sqrt(2*pi)
    Int(x, 0, 1, (1-x)^n) == 1/(n+1)
    Int(x, 0, 1, a*x+b) == a/2 + b
    Int(x, 0, 1, Int(t, 0, x, t)) == 1/6
    Int(x, 0, pi, x*sin(x)) == pi
    Int(x, 1, e, log(x)) == 1
    Int(x, 1, w, 1/x) == log(w)
    Int(x, 0, 2*pi, sin(x)^2) == pi
    Int(x, 0, 2, abs(x-1)) == 1
    Int(x, a, b, ap(f,x)) == -Int(x, b, a, ap(f,x))
    Int(x, 0, 1, ap(f,x)) + Int(x, 1, 2, ap(f,x)) == Int(x, 0, 2, ap(f,x))
    Int(x, 0, 1, x^2*(1-x)^2) == 1/30
    Int(x, 0, oo, x*exp(-x^2)) == 1/2
  `,
  limits: `
    Lim(x, 0, sin(x)/x) == 1
    Lim(x, 0, (1-cos(x))/x^2) == 1/2
    Lim(x, 0, (exp(x)-1)/x) == 1
    Lim(x, 0, log(1+x)/x) == 1
    Lim(x, 2, (x^2-4)/(x-2)) == 4
    Lim(x, 0, sin(3*x)/sin(2*x)) == 3/2
    Lim(x, oo, (2*x+1)/(x-3)) == 2
    Lim(n, oo, (1+1/n)^n) == e
    Lim(x, oo, (3*x^2+x)/(x^2+1)) == 3
    Lim(x, 0, tan(x)/x) == 1
    Lim(x, 1, (x^3-1)/(x-1)) == 3
    Lim(x, oo, sqrt(x^2+x)-x) == 1/2
    Lim(x, 0, (sqrt(1+x)-1)/x) == 1/2
    Lim(x, oo, x*sin(1/x)) == 1
    Lim(x, 3, (x^2-9)/(x-3)) == 6
    Lim(n, oo, (n^2+1)/(2*n^2+3)) == 1/2
  `,
  combinatorics: `
    binom(n,m) == fact(n)/(fact(m)*fact(n-m))
    binom(n+1,m+1) == binom(n,m+1) + binom(n,m)
    fact(n+1) == (n+1)*fact(n)
    fact(n+2)/fact(n) == (n+2)*(n+1)
    binom(n,2) == n*(n-1)/2
    (m+1)*binom(n,m+1) == (n-m)*binom(n,m)
    binom(2*n,n) == fact(2*n)/fact(n)^2
    binom(n+1,n) == n+1
    m*binom(n,m) == n*binom(n-1,m-1)
    1/fact(n) - 1/fact(n+1) == n/fact(n+1)
  `,
  complex: `
    (x+t*i)*(x-t*i) == x^2+t^2
    (x+t*i)*(s+c*i) == (x*s-t*c) + (x*c+t*s)*i
    exp(i*x) == cos(x)+i*sin(x)
    exp(i*x)*exp(i*t) == exp(i*(x+t))
    cos(x) == (exp(i*x)+exp(-i*x))/2
    (cos(x)+i*sin(x))^n == cos(n*x)+i*sin(n*x)
    z*conj(z) == abs(z)^2
    conj(z*y) == conj(z)*conj(y)
    conj(z+y) == conj(z)+conj(y)
    z + conj(z) == 2*Re(z)
    z - conj(z) == 2*i*Im(z)
    abs(z*y) == abs(z)*abs(y)
    1/z == conj(z)/abs(z)^2
    (1+i)^2 == 2*i
    i^2*x == -x
    1/(x+t*i) == (x-t*i)/(x^2+t^2)
    exp(i*pi) + 1 == 0
    abs(exp(i*x)) == 1
    (1+i)/(1-i) == i
    abs(z+y)^2 == abs(z)^2 + 2*Re(z*conj(y)) + abs(y)^2
  `,
  rounding: `
    floor(a+1) == floor(a)+1
    ceil(-a) == -floor(a)
    floor(a+n) == floor(a)+n
    abs(-a) == abs(a)
    abs(a*b) == abs(a)*abs(b)
    abs(a)^2 == a^2
    abs(a/b) == abs(a)/abs(b)
    max(a,b) == (a+b+abs(a-b))/2
    min(a,b) == (a+b-abs(a-b))/2
    max(a,b) + min(a,b) == a+b
    floor(a) + ceil(-a) == 0
    ceil(a+2) == ceil(a)+2
  `,
  piecewise: `
    abs(a) == cases(a, 0, -a, a)
    max(a,b) == cases(a, b, b, a)
    min(a,b) == cases(a, b, a, b)
    cases(a, 0, 0, a) == (a+abs(a))/2
    cases(a, 0, a^2, a^3) + 1 == cases(a, 0, a^2+1, a^3+1)
  `,
  matrices: `
    T(A*B) == T(B)*T(A)
    inv(A*B) == inv(B)*inv(A)
    tr(A*B) == tr(B*A)
    tr(A*B*C) == tr(C*A*B)
    det(A*B) == det(A)*det(B)
    T(inv(A)) == inv(T(A))
    T(v)*A*h == T(h)*T(A)*v
    tr(A+B) == tr(A)+tr(B)
    norm(v)^2 == T(v)*v
    norm(v+h)^2 == norm(v)^2 + 2*T(v)*h + norm(h)^2
    norm(v-h)^2 == norm(v)^2 - 2*T(v)*h + norm(h)^2
    A*(B+C) == A*B + A*C
    (A+B)*(A-B) == A^2 - A*B + B*A - B^2
    (A+B)^2 == A^2 + A*B + B*A + B^2
    det(T(A)) == det(A)
    det(inv(A)) == 1/det(A)
    tr(v*T(h)) == T(h)*v
    inv(A) - inv(B) == inv(A)*(B-A)*inv(B)
    inv(inv(A)) == A
    T(A+B) == T(A)+T(B)
    norm(A*v)^2 == T(v)*T(A)*A*v
    T(v)*(A+B)*h == T(v)*A*h + T(v)*B*h
    inv(A*B*C) == inv(C)*inv(B)*inv(A)
    tr(T(A)*B) == tr(T(B)*A)
    T(v-h)*A*(v-h) == T(v)*A*v - T(v)*A*h - T(h)*A*v + T(h)*A*h
  `,
  gradients: `
    Grad(v, T(h)*v) == h
    Grad(v, T(v)*v) == 2*v
    Grad(v, norm(v)^2) == 2*v
    Grad(v, T(v)*A*v) == (A+T(A))*v
    Grad(v, T(v)*S*v) == 2*S*v
    Grad(v, norm(A*v-h)^2) == 2*T(A)*(A*v-h)
    Grad(v, (1/2)*norm(v-h)^2) == v - h
    Grad(v, T(h)*A*v) == T(A)*h
  `,
  explicit: `
    [[a,b],[c,d]]*[[x],[t]] == [[a*x+b*t],[c*x+d*t]]
    det([[a,b],[c,d]]) == a*d - b*c
    T([[a,b],[c,d]]) == [[a,c],[b,d]]
    tr([[a,b],[c,d]]) == a+d
    [[a,b],[c,d]] + [[x,0],[0,x]] == [[a+x,b],[c,d+x]]
    [[a,b],[c,d]]*[[1,0],[0,2]] == [[a,2*b],[c,2*d]]
    x*[[a,b],[c,d]] == [[x*a,x*b],[x*c,x*d]]
    [[1,x],[0,1]]*[[1,t],[0,1]] == [[1,x+t],[0,1]]
    [[cos(x),-sin(x)],[sin(x),cos(x)]]*[[cos(t),-sin(t)],[sin(t),cos(t)]] == [[cos(x+t),-sin(x+t)],[sin(x+t),cos(x+t)]]
    det([[1,2,3],[0,x,4],[0,0,t]]) == x*t
    [[1,2],[3,4]]*[[0,1],[1,0]] == [[2,1],[4,3]]
    inv([[2,1],[1,1]]) == [[1,-1],[-1,2]]
  `,
  tables: `
    SumO(z, pr(p,x,z)) == pr(p,x)
    pr(p,x,given,z)*pr(p,z) == pr(p,z,given,x)*pr(p,x)
    pr(p,z,given,x) == pr(p,x,given,z)*pr(p,z)/pr(p,x)
    pr(p,x,z) == pr(p,x,given,z)*pr(p,z)
    pr(p,x) == SumO(z, pr(p,x,given,z)*pr(p,z))
    pr(p,x,y,z) == pr(p,x,given,y,z)*pr(p,y,given,z)*pr(p,z)
    SumO(z, pr(p,z,given,x)) == 1
    pr(p,z,given,x) == pr(p,x,z)/SumO(z, pr(p,x,z))
    SumO(x, SumO(z, pr(p,x,z))) == 1
    pr(p,x,z,given,y) == pr(p,x,given,z,y)*pr(p,z,given,y)
    log(pr(p,x,z)) == log(pr(p,x,given,z)) + log(pr(p,z))
    pr(p,x,given,y) == SumO(z, pr(p,x,given,z,y)*pr(p,z,given,y))
    SumO(z, pr(p,z,given,x)*log(pr(p,x,z)/pr(p,z,given,x))) == log(pr(p,x))
    SumO(x, pr(p,x)*pr(p,z,given,x)) == pr(p,z)
  `,
  divergences: `
    KL(z, pr(g,z,given,x), pr(p,z,given,x)) == SumO(z, pr(g,z,given,x)*log(pr(g,z,given,x)/pr(p,z,given,x)))
    log(pr(p,x)) == E(z, pr(g,z,given,x), log(pr(p,x,z)/pr(g,z,given,x))) + KL(z, pr(g,z,given,x), pr(p,z,given,x))
    E(z, pr(g,z,given,x), log(pr(p,x,z)) - log(pr(g,z,given,x))) == E(z, pr(g,z,given,x), log(pr(p,x,given,z))) - KL(z, pr(g,z,given,x), pr(p,z))
    E(z, pr(g,z,given,x), log(pr(p,z,given,x))) == E(z, pr(g,z,given,x), log(pr(p,x,z))) - log(pr(p,x))
    KL(z, pr(g,z,given,x), pr(p,z)) == E(z, pr(g,z,given,x), log(pr(g,z,given,x)) - log(pr(p,z)))
    E(z, pr(g,z,given,x), log(pr(p,x))) == log(pr(p,x))
    E(z, pr(p,z), pr(p,x,given,z)) == pr(p,x)
  `,
  moments: `
    E(a*X+b) == a*E(X)+b
    E(X+Y) == E(X)+E(Y)
    Var(X) == E(X^2) - E(X)^2
    Var(a*X+b) == a^2*Var(X)
    Cov(X,Y) == E(X*Y) - E(X)*E(Y)
    Var(X+Y) == Var(X)+Var(Y)+2*Cov(X,Y)
    Var(X-Y) == Var(X)+Var(Y)-2*Cov(X,Y)
    Cov(a*X,b*Y) == a*b*Cov(X,Y)
    E((X-E(X))^2) == Var(X)
    E((X-a)^2) == Var(X) + (E(X)-a)^2
    E((X-E(X))*(Y-E(Y))) == Cov(X,Y)
    Cov(X+Y,X-Y) == Var(X) - Var(Y)
    Var(2*X-3*Y) == 4*Var(X)+9*Var(Y)-12*Cov(X,Y)
    E(3*X-2*Y+a) == 3*E(X)-2*E(Y)+a
  `,
  gaussians: `
    Int(x, -oo, oo, gauss(x,a,p)) == 1
    Int(x, -oo, oo, x*gauss(x,a,p)) == a
    Int(x, -oo, oo, x^2*gauss(x,a,p)) == a^2 + p
    Int(x, -oo, oo, (x-a)^2*gauss(x,a,p)) == p
    log(gauss(x,a,p)) == -(1/2)*log(2*pi*p) - (x-a)^2/(2*p)
    gauss(x,a,p) == (1/sqrt(2*pi*p))*exp(-(x-a)^2/(2*p))
    D(x, log(gauss(x,a,p))) == -(x-a)/p
    gauss(x,a,1)/gauss(x,b,1) == exp((a-b)*x - (a^2-b^2)/2)
    gauss(x,0,p)*gauss(x,0,q) == exp(-x^2*(1/p+1/q)/2)/(2*pi*sqrt(p*q))
  `,
  inequalities: `
    a^2+b^2 >= 2*a*b
    (p+q)/2 >= sqrt(p*q)
    (a*c+b*d)^2 <= (a^2+b^2)*(c^2+d^2)
    log((p+q)/2) >= (log(p)+log(q))/2
    exp((a+b)/2) <= (exp(a)+exp(b))/2
    1+a <= exp(a)
    log(p) <= p-1
    abs(a+b) <= abs(a)+abs(b)
    abs(a)-abs(b) <= abs(a-b)
    p + 1/p >= 2
    a^2+b^2+c^2 >= a*b+b*c+c*a
    ((a+b)/2)^2 <= (a^2+b^2)/2
    2/(1/p+1/q) <= sqrt(p*q)
    sqrt(p+q) <= sqrt(p)+sqrt(q)
    abs(sin(a)) <= abs(a)
    a*(1-a) <= 1/4
    p/q + q/p >= 2
    (1+p)^n >= 1+n*p
    (p+q+r)/3 >= cbrt(p*q*r)
    fact(n) >= 2^(n-1)
  `,
};

const parsed = (construct: string, line: string): Rule => {
  const relation = (/==|<=|>=/.exec(line) as RegExpExecArray)[0] as Rule["relation"];
  const [left, right] = line.split(relation).map((s) => read(s.trim()));
  return { construct, left, relation, right };
};

export const RULES: readonly Rule[] = Object.entries(TEXT).flatMap(([construct, text]) =>
  text
    .split("\n")
    .map((l) => l.trim())
    .filter((l) => l !== "")
    .map((l) => parsed(construct, l)),
);
export const CONSTRUCTS: readonly string[] = Object.keys(TEXT);
/** Rules by which terms of other identities are rewritten: they hold wherever both sides are defined. */
export const REWRITES: readonly Rule[] = RULES.filter(
  (r) => r.relation === "==" && /^(algebra|fractions|powers|logarithms|trigonometry|hyperbolic)$/.test(r.construct),
);
