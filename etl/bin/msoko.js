#!/usr/bin/env node
// Committed launcher: the sources are TypeScript, tsx reads them as they are, nothing has to be built.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../cli/main.ts');
process.exitCode = await main(process.argv.slice(2), process.cwd());
