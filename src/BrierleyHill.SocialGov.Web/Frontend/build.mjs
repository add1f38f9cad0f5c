// Builds the front end into ../wwwroot/dist. Called by Frontend.targets, only when a source is newer than what was built.
// It installs the packages first when package-lock.json differs from the one they were installed from.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const folder = dirname(fileURLToPath(import.meta.url))
const packages = join(folder, 'node_modules')
const installedFrom = join(packages, '.installed-from')
const dist = join(folder, '..', 'wwwroot', 'dist')
const lock = join(dist, '.lock')

// Two builds of one checkout (an IDE and a terminal, say) must not install or write at the same time: the second waits,
// and then finds the packages installed. A lock whose owner died is recognised by its age, for a living owner touches it.
const lockIsStaleAfter = 60_000

async function withLock (work) {
  mkdirSync(dist, { recursive: true })
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx'))
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
      if (touched !== undefined && Date.now() - touched > lockIsStaleAfter) rmSync(lock, { force: true })
      else await wait(250)
    }
  }
  const touching = setInterval(touchLock, lockIsStaleAfter / 10)
  try {
    await work()
  } finally {
    clearInterval(touching)
    rmSync(lock, { force: true })
  }
}

function touchLock () {
  const now = new Date()
  utimesSync(lock, now, now)
}

async function install () {
  const wanted = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex')
  if (existsSync(installedFrom) && readFileSync(installedFrom, 'utf8') === wanted) return

  // No package here needs an install script, so none may run.
  const npm = spawn('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', {
    cwd: folder,
    shell: true,
    stdio: 'inherit'
  })
  const exitCode = await new Promise((resolve, reject) => npm.on('error', reject).on('close', resolve))
  if (exitCode !== 0) {
    throw new Error('"npm ci" did not succeed. It needs npm (it comes with Node.js; on Debian and Ubuntu it is the package "npm") and access to a package registry.')
  }
  writeFileSync(installedFrom, wanted)
}

// A file appears whole or not at all, for the portal may be running while it is built.
function write (name, content) {
  const target = join(dist, name)
  writeFileSync(target + '.new', content)
  renameSync(target + '.new', target)
}

async function compile () {
  const sass = await import('sass')
  const esbuild = await import('esbuild')

  // The deprecations of the packages are theirs to mend; our own are shown.
  const styles = sass.compile(join(folder, 'styles', 'site.scss'), {
    // MOJ Frontend names its dependency by the path from this folder.
    loadPaths: [packages, folder],
    quietDeps: true,
    style: 'compressed'
  })
  write('site.css', styles.css)

  const scripts = await esbuild.build({
    entryPoints: [join(folder, 'scripts', 'site.mjs')],
    bundle: true,
    format: 'esm',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    write: false
  })
  write('site.js', scripts.outputFiles[0].contents)
}

try {
  await withLock(async () => {
    await install()
    await compile()
  })
} catch (error) {
  console.error(error.sassMessage ? error.message : error.stack ?? String(error))
  process.exitCode = 1
}
