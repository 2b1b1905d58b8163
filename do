#!/usr/bin/env bash
# The only script: ./do demo | test [fast | NAME] | browser | ci | bench | migration NAME | format | screenshots
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }

# Installs Debian packages when this user may; otherwise says plainly what to install.
install() { # what package...
  local what=$1; shift
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root=(sudo -n); else say "Missing: $what. Install it, for example: apt-get install $*"; return 1; fi
  fi
  if ! command -v apt-get >/dev/null 2>&1; then say "Missing: $what. Install $* with your system's package manager."; return 1; fi
  say "Installing $* ..."
  "${as_root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

need() { command -v "$1" >/dev/null 2>&1 || install "$@"; } # command package...

# Chromium without the windows of a desktop, which is quicker; else the whole one.
need_chromium() { command -v chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1 || install Chromium chromium-headless-shell || need chromium chromium; }
need_dotnet() { command -v dotnet >/dev/null 2>&1 || { say "Missing: the .NET 10 SDK. Install it first."; exit 1; }; }
need_node() { command -v npm >/dev/null 2>&1 || install Node.js nodejs npm || exit 1; }

postgres_bin() { local dirs=(/usr/lib/postgresql/*/bin); [ -x "${dirs[-1]}/initdb" ] && printf '%s' "${dirs[-1]}"; } # newest version last

# A PostgreSQL of our own in a temporary folder, for the tests only: durability is off.
start_postgres() {
  local bin; bin=$(postgres_bin) || { install PostgreSQL postgresql && bin=$(postgres_bin); } || true
  if [ -z "$bin" ]; then
    [ "${CI:-}" = true ] && { say "PostgreSQL is needed under CI=true."; exit 1; }
    say "No PostgreSQL: its half of the tests is skipped."; return 0
  fi
  PG_DIR=$(mktemp -d /tmp/vattenpass-pg.XXXXXX)
  PG_PORT=$(( 20000 + RANDOM % 20000 ))
  PG_AS=()
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$PG_DIR"; PG_AS=(runuser -u postgres --); fi
  "${PG_AS[@]}" "$bin/initdb" -D "$PG_DIR/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  "${PG_AS[@]}" "$bin/pg_ctl" -D "$PG_DIR/data" -w -l "$PG_DIR/log" -o "-p $PG_PORT -k $PG_DIR -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" start >/dev/null
  PG_BIN=$bin
  trap stop_postgres EXIT
  export VATTENPASS_TEST_POSTGRES="Host=127.0.0.1;Port=$PG_PORT;Username=postgres;Database=postgres"
}

stop_postgres() { "${PG_AS[@]}" "$PG_BIN/pg_ctl" -D "$PG_DIR/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$PG_DIR"; }

build() { need_dotnet; need_node; dotnet build Vattenpass.slnx -c Release -v quiet -nologo; }

PASSED=0 FAILED=0 SKIPPED=0
run_tests() { # project [part of a test's name] [filter]
  local results; results=$(mktemp -d)
  local status=0
  dotnet test "tests/$1" -c Release --no-build --nologo --logger "trx;LogFileName=r.trx" --logger "console;verbosity=minimal" --results-directory "$results" ${2:+--filter "FullyQualifiedName~$2"} ${3:+--filter "$3"} || status=$?
  local counters; counters=$(grep -o '<Counters[^>]*>' "$results/r.trx" 2>/dev/null || true)
  if [ -z "$counters" ]; then
    if [ -z "${2:-}" ] || [ "$status" -ne 0 ]; then say "$1 gave no result."; FAILED=$((FAILED + 1)); fi
    return
  fi
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  PASSED=$((PASSED + $(count passed))); FAILED=$((FAILED + $(count failed))); SKIPPED=$((SKIPPED + $(count total) - $(count executed)))
  if [ "$status" -ne 0 ] && [ "$(count failed)" -eq 0 ]; then FAILED=$((FAILED + 1)); fi
  slowest "$results/r.trx"
  rm -rf "$results"
}

# The ten slowest tests of a run, seconds first.
slowest() { # trx
  local tests; tests=$(grep -o '<UnitTestResult [^>]*>' "$1" | sed -n 's/.* testName="\([^"]*\)".* duration="\([0-9]*\):\([0-9]*\):\([0-9.]*\)".*/\2 \3 \4 \1/p' | awk '{ s = $1 * 3600 + $2 * 60 + $3; $1 = $2 = $3 = ""; printf "%7.1f s %s\n", s, $0 }' | sort -rn || true)
  [ -n "$tests" ] || return 0 # Nothing of that name ran here.
  printf 'The slowest:\n%s\n' "$(head -10 <<<"$tests")"
}

closing_line() { printf '%d passed, %d failed%s\n' "$PASSED" "$FAILED" "$([ "$SKIPPED" -gt 0 ] && printf ', %d skipped' "$SKIPPED" || true)"; [ "$FAILED" -eq 0 ]; }

command_browser() { # [part of a test's name]
  if need_chromium; then run_tests Vattenpass.Browser "${1:-}"
  elif [ "${CI:-}" = true ]; then say "Chromium is needed under CI=true."; FAILED=$((FAILED + 1))
  else say "No Chromium: the browser journeys are skipped."; fi
}

case "${1:-help}" in
  demo) need_dotnet; need_node; shift; dotnet build src/Vattenpass.Web -c Release -v quiet -nologo; exec src/Vattenpass.Web/bin/Release/net10.0/vattenpass demo "$@" ;;
  test)
    build
    case "${2:-}" in
      fast) run_tests Vattenpass.Tests "" 'FullyQualifiedName!~DemoFigureTests&FullyQualifiedName!~EveryPageTests' ;; # On SQLite alone, without what looks at every page and figure.
      "") start_postgres; run_tests Vattenpass.Tests; command_browser ;;
      *) start_postgres; run_tests Vattenpass.Tests "$2"; command_browser "$2" ;;
    esac
    closing_line ;;
  browser) build; command_browser; closing_line ;;
  ci)
    need_dotnet; need_node
    dotnet restore Vattenpass.slnx --locked-mode -v quiet -nologo
    dotnet format whitespace Vattenpass.slnx --verify-no-changes --no-restore
    find src tests -name '*.cs' -not -path '*/obj/*' -not -path '*/Migrations/*' -print0 | xargs -0 wc -l | awk '$2 != "total" && $1 > 150 { print "  " $1 " lines: " $2; n++ } END { print n + 0 " files above 150 lines" }'
    exec "$0" test ;;
  bench) # The logs are gone through by the program as it is installed.
    need_dotnet; need_node; shift
    [ "${1:-}" = log ] && dotnet publish src/Vattenpass.Web -c Release -r linux-x64 -v quiet -nologo -o bench/Vattenpass.Bench/bin/installed
    exec dotnet run --project bench/Vattenpass.Bench -c Release -- "$@" ;;
  migration) need_dotnet; need_node; dotnet run --project tools/Migrations -- "${2:?Give the migration a name}" ;;
  format) need_dotnet; dotnet format whitespace Vattenpass.slnx ;;
  screenshots) build; need_chromium; VATTENPASS_SCREENSHOTS="$PWD/docs/images" dotnet test tests/Vattenpass.Browser -c Release --no-build --nologo --filter "FullyQualifiedName~Screenshots" ;;
  *) sed -n '2p' "$0" ;;
esac
