import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that build whole editions first, as the last to end would otherwise be one of them, alone. */
class BuildsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const builds = (file: TestSpecification) => /tests\/(?:end-to-end|render-output)\//.test(file.moduleId)
    return [...sorted.filter(builds), ...sorted.filter(file => !builds(file))]
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A worker for each core, where vitest would leave one idle; modules are loaded once for each and not for each file.
    maxWorkers: '100%',
    isolate: false,
    sequence: { sequencer: BuildsFirst },
  },
})
