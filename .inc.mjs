import fs from 'node:fs'; import {createRequire} from 'node:module'; import {buildSync} from 'esbuild';
for (const n of ['a','b']) buildSync({entryPoints:['src/verify/verify.ts'],bundle:true,platform:'node',format:'cjs',mainFields:['module','main'],outfile:`/tmp/speed/inc-${n}.cjs`,logLevel:'error'});
const req=createRequire(import.meta.url);
const warm=req('/tmp/speed/inc-a.cjs').verify;
const fresh=()=>{delete req.cache[req.resolve('/tmp/speed/inc-b.cjs')];return req('/tmp/speed/inc-b.cjs').verify};
const run=(verify,path,text,cache)=>{const s=verify({path,text},cache?{cache}:{});let n=s.next();while(!n.done)n=s.next();return JSON.stringify(n.value)};
let bad=0,all=0;
for(const file of process.argv.slice(2)){const text=fs.readFileSync(file,'utf8');const cache=new Map();run(warm,file,text,cache);
 let seed=7;const rnd=(n)=>{seed=(seed*1103515245+12345)%2147483648;return seed%n};
 for(let k=0;k<4;k++){const at=rnd(text.length);const ins=['\n\n','x ','2','Let $y = 3$. ',' = '][rnd(5)];const t=text.slice(0,at)+ins+text.slice(at);
  all++;if(run(warm,file,t,cache)!==run(fresh(),file,t)){bad++;console.log('DIFF',file,at,JSON.stringify(ins))}}}
console.log(all,'edits',bad,'differ');
