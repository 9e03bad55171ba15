import fs from 'node:fs'; import {createRequire} from 'node:module'; import {buildSync} from 'esbuild';
const out='/tmp/speed/verify.cjs';
if(!process.env.KEEP)buildSync({entryPoints:['src/verify/verify.ts'],bundle:true,platform:'node',format:'cjs',mainFields:['module','main'],outfile:out,logLevel:'error'});
const t0=process.cpuUsage();
const {verify}=createRequire(import.meta.url)(out);
const c=(f)=>{const u=process.cpuUsage(f);return ((u.user+u.system)/1000).toFixed(0)};
console.log('load',c(t0));
const f=process.argv[2]; const text=fs.readFileSync(f,'utf8');
for(let k=0;k<Number(process.argv[3]??4);k++){const t=process.cpuUsage(),w=performance.now();const s=verify({path:f,text});let n=s.next();while(!n.done)n=s.next();console.log('run',k,'cpu',c(t),'wall',(performance.now()-w).toFixed(0));}
