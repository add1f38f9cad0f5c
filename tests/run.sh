#!/usr/bin/env bash
#
# The one test command: bash tests/run.sh [filter]
#
# Installs what the tests need where it is absent (Chromium without a window; aiosmtpd and Dovecot, real mail servers; icalendar; oathtool), builds the solution with warnings
# as errors, runs every test project, and ends with "N passed, N failed" alone on the last line. The exit code is 0 only when
# every test that ran passed and at least one ran.
#
# A filter is what "dotnet test --filter" takes, for example: bash tests/run.sh FullyQualifiedName~Journey
#
#   SOCIALGOV_CHROMIUM         a Chromium or Chrome to use instead of the system's own
#   SOCIALGOV_TEST_SQLSERVER   the connection string of a SQL Server that the suite runs on as well
#   SOCIALGOV_PICTURES=1       takes the pictures in docs/pictures again
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

readonly configuration=Debug
readonly results="$PWD/TestResults"
readonly smtp_python=/usr/bin/python3

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Most of what the tests start lives for seconds: what is learnt for a long life, and a heap for each core, would never pay.
export DOTNET_TieredPGO=0 DOTNET_gcServer=0
# A run leaves no build server behind.
export MSBUILDDISABLENODEREUSE=1

# What could not be done counts as one failure, so that the last line never reads as if all were well.
stop() {
  printf '\n%s\n0 passed, 1 failed\n' "$1"
  exit 1
}

# The browser, the mail servers, and another implementation of one-time codes.

# The shell without a window comes first: a whole Chromium draws its own tabs and toolbars for each visitor, which takes more time than the pages do.
chromium() {
  local candidate
  for candidate in "${SOCIALGOV_CHROMIUM:-}" /usr/bin/chromium-headless-shell /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [[ -n $candidate && -x $candidate ]]; then
      printf '%s' "$candidate"
      return 0
    fi
  done
  return 1
}

has_smtp_server() {
  "$smtp_python" -c 'import aiosmtpd' >/dev/null 2>&1
}

has_icalendar() {
  "$smtp_python" -c 'import icalendar' >/dev/null 2>&1
}

has_imap_server() {
  [[ -x /usr/sbin/dovecot && -e /usr/lib/dovecot/imap ]]
}

as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  else
    sudo -n -- "$@"
  fi
}

install_packages() {
  command -v apt-get >/dev/null || return 1
  [[ $(id -u) -eq 0 ]] || sudo -n true 2>/dev/null || return 1
  export DEBIAN_FRONTEND=noninteractive
  printf 'Installing for the tests: %s\n' "$*"
  as_root apt-get install --yes --quiet --quiet --no-install-recommends "$@" >/dev/null 2>&1 && return 0
  # The list of packages may be missing or old.
  as_root apt-get update --quiet --quiet >/dev/null && as_root apt-get install --yes --quiet --quiet --no-install-recommends "$@" >/dev/null
}

if [[ -n ${SOCIALGOV_CHROMIUM:-} && ! -x $SOCIALGOV_CHROMIUM ]]; then
  stop "SOCIALGOV_CHROMIUM holds \"$SOCIALGOV_CHROMIUM\", which is not a program. It may hold the path of Chromium or Chrome."
fi

if [[ -z ${SOCIALGOV_CHROMIUM:-} && ! -x /usr/bin/chromium-headless-shell ]]; then
  install_packages chromium-headless-shell 2>/dev/null || true
fi

missing=()
chromium >/dev/null || missing+=(chromium)
has_smtp_server || missing+=(python3-aiosmtpd)
has_imap_server || missing+=(dovecot-imapd)
command -v oathtool >/dev/null || missing+=(oathtool)
has_icalendar || missing+=(python3-icalendar)
if [[ ${#missing[@]} -gt 0 ]]; then
  install_packages "${missing[@]}" || true
fi
SOCIALGOV_CHROMIUM=$(chromium) || stop "The browser tests need Chromium, and it could not be installed here. Install it (Debian: apt-get install chromium), or set SOCIALGOV_CHROMIUM to the path of one."
export SOCIALGOV_CHROMIUM
has_smtp_server || stop "The mail tests need aiosmtpd for $smtp_python, and it could not be installed here. Install it (Debian: apt-get install python3-aiosmtpd)."
has_imap_server || stop "The mailbox tests need Dovecot with IMAP, and it could not be installed here. Install it (Debian: apt-get install dovecot-imapd)."

has_icalendar || stop "The tests of calendar files need icalendar for $smtp_python, and it could not be installed here. Install it (Debian: apt-get install python3-icalendar)."
command -v oathtool >/dev/null || stop "The tests of one-time codes need oathtool, and it could not be installed here. Install it (Debian: apt-get install oathtool)."

command -v dotnet >/dev/null || stop "The .NET SDK is not installed. Install version 10.0 or newer of that line, so that \"dotnet --version\" answers 10.0."
dotnet --version >/dev/null 2>&1 || stop "The .NET SDK that global.json asks for is not installed. \"dotnet --list-sdks\" says which are; install one of the line 10.0."
command -v node >/dev/null && command -v npm >/dev/null || stop "Node.js is not installed, or without npm. Install version 20 or newer: the styles and scripts are built with it."

# Build.

rm -rf -- "$results"
mkdir -p -- "$results"
printf 'Building\n'
dotnet build BrierleyHill.SocialGov.sln --configuration "$configuration" --verbosity quiet --nologo -consoleLoggerParameters:NoSummary -warnaserror \
  || stop "The build failed, so no test ran."

# Run. What fails is printed with its name and message as it happens.

filter=()
if [[ $# -gt 0 ]]; then
  filter=(--filter "$*")
fi

passed=0 failed=0 skipped=0
counter() {
  sed -n 's/.*<Counters .*[[:space:]]'"$1"'="\([0-9]*\)".*/\1/p' "$2" | head -n 1
}

for project in tests/*Tests/*.csproj; do
  name=$(basename -- "$project" .csproj)
  printf '\n%s\n' "$name"
  began=$SECONDS
  ended=0
  dotnet test "$project" --no-build --configuration "$configuration" --verbosity quiet --logger "console;verbosity=minimal" \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" "${filter[@]}" || ended=$?
  report="$results/$name.trx"
  project_failed=0
  if [[ -f $report ]]; then
    total=$(counter total "$report")
    executed=$(counter executed "$report")
    project_failed=$(counter failed "$report")
    passed=$((passed + $(counter passed "$report")))
    skipped=$((skipped + total - executed))
  fi
  if [[ $ended -ne 0 && $project_failed -eq 0 ]]; then
    printf '%s ended with code %s without saying which test failed.\n' "$name" "$ended"
    project_failed=1
  fi
  failed=$((failed + project_failed))
  printf '%s took %s seconds.\n' "$name" "$((SECONDS - began))"
done

printf '\nThe results are in TestResults.\n'
if [[ -z ${SOCIALGOV_TEST_SQLSERVER:-} ]]; then
  printf 'SOCIALGOV_TEST_SQLSERVER IS NOT SET: the suite ran on SQLite alone, not on SQL Server.\n'
fi
if [[ $((passed + failed)) -eq 0 ]]; then
  printf 'No test ran.\n'
fi
if [[ $skipped -gt 0 ]]; then
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
else
  printf '%s passed, %s failed\n' "$passed" "$failed"
fi
[[ $failed -eq 0 && $passed -gt 0 ]]
