import {benchWorkspaces} from './workspaces.ts'; import {sectionText} from './report.ts'; import {mkdtempSync} from 'node:fs';
const d=mkdtempSync('/tmp/bw-'); console.log(d);
const t=performance.now();
console.log(sectionText(await benchWorkspaces(d, process.argv[2]==='q')),performance.now()-t);
