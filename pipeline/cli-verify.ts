/**
 * `briefwright verify`: reads a published edition back and says whether every word of it stands in the seeds.
 */
import type { Command } from 'commander'
import { type Console, configure, type Options, sayMessages } from './cli-options.ts'
import type { Proof } from './contract/proof.ts'
import { countByRule, hasFailed } from './diagnostics/count-by-rule.ts'
import { describeMessages } from './diagnostics/report-messages.ts'
import { verify } from './run.ts'

/** Adds the command to a program; `end` takes the exit code. */
export function addVerify(program: Command, world: Console, end: (exitCode: number) => void): void {
  program
    .command('verify [out]')
    .description('read a published edition back and prove every statement in it by the seeds')
    .option('--strict', 'treat warnings as errors')
    .option('--quiet', 'say only what is wrong')
    .option('--json', 'print the counts and every fault as JSON on stdout')
    .option('--project <folder>', 'folder of briefwright.yml (default: the current one)')
    .addHelpText('after', help)
    .action(async (out: string | undefined, options: Options) => end(await runVerify(out, options, world)))
}

const help = `
Examples:
  briefwright verify                          the edition in out/
  briefwright verify ../edition --quiet       another folder; says nothing where all is proved
  briefwright verify --json | jq '.messages[] | [.file, .reason]'
`

async function runVerify(out: string | undefined, options: Options, world: Console): Promise<number> {
  const started = performance.now()
  const config = await configure({ ...options, ...(out === undefined ? {} : { out }) }, world)
  const { value, messages } = await verify(config)
  const failed = hasFailed(messages, config)
  sayMessages(messages, config, options, world)
  if (!options.quiet) world.error(`\n${summarise(value, failed, (performance.now() - started) / 1000)}\n`)
  if (options.json) {
    const rules = countByRule(messages, config.rules)
    const faults = describeMessages(messages, config.rules)
    world.out(`${JSON.stringify({ ok: !failed, ...value, rules, messages: faults }, undefined, 2)}\n`)
  }
  return failed ? 1 : 0
}

function summarise(proof: Proof, failed: boolean, seconds: number): string {
  const { files, statements, proved, compared, corrected, readings, prints, printedPages, printed } = proof
  return [
    `${proved} of ${statements} statements in ${files} files stand in the seeds, ${compared} of them compared with the characters of the file${corrected > 0 ? `; ${corrected} characters that an overlay put in` : ''}`,
    `${printed} of them found in ${prints} PDFs of ${printedPages} pages; ${readings} dates, periods and names read again`,
    `${failed ? 'Not proved' : 'Proved'} in ${seconds.toFixed(2)} s`,
  ].join('\n')
}
