#!/usr/bin/env bash
# Times the engine beside the solvers it is compared with, one after the other on the same instances, and prints one table.
#
#   scripts/bench-peers.sh [small national stress]
#
# KIT   folder with the instance generator and the peers' programs (default ../shared/bench)
# INST  folder of instances; those missing are generated there (default: a temporary folder). Needs python3 and numpy.
# OURS  the built bench of the engine (default: built here, in release)
#
# Uses what it finds and says what it did not: LEMON (Debian liblemon-dev, g++), OR-Tools (pip ortools), the crate mcmf (downloaded by cargo
# into a temporary project), HiGHS (pip highspy; not on stress, where it does not end within the hour, nor does mcmf count that far).
# CPU milliseconds are of the solve alone, median of several, as each program's own interface gives it; ours includes the canonical choice
# among equal optima and the proofs. Peak memory is of the whole process. No part of CI: it takes minutes and wants a quiet machine.
set -euo pipefail
cd "$(dirname "$0")/.."
kit=$(cd "${KIT:-../shared/bench}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export INST=${INST:-$work}
names=("$@")
[ ${#names[@]} -gt 0 ] || names=(small national)
results=$work/results
missing=()
: >"$results"

step() { printf '%s\n' "$*" >&2; }
has_module() { python3 -c "import $1" 2>/dev/null; }
# Runs a program; adds "who,instance,unfilled,mismatch,cpu ms,peak MB" to the results, the peak measured from outside.
record() { # who instance command... (which prints "unfilled mismatch cpu")
  local who=$1 name=$2 said
  shift 2
  step "$who on $name"
  # Some print a banner first.
  if said=$(/usr/bin/time -o "$work/peak" -f %M "$@" | tail -n 1); then
    read -r unfilled mismatch cpu <<<"$said"
    printf '%s,%s,%s,%s,%s,%s\n' "$who" "$name" "$unfilled" "$mismatch" "$cpu" "$(($(tail -1 "$work/peak") * 1024 / 1000000))" >>"$results"
  else
    printf '%s,%s,failed,,,\n' "$who" "$name" >>"$results"
  fi
}
reps() { [ "$1" = stress ] && echo 1 || echo 5; }

for name in "${names[@]}"; do
  [ -f "$INST/$name.bin" ] && [ -f "$INST/$name.npz" ] || python3 "$kit/generate.py" "$name" >&2
done

step "building"
if [ -z "${OURS:-}" ]; then
  cargo bench --quiet --no-default-features --bench engine --no-run >&2
fi
cat >"$work/ours" <<'EOF'
#!/usr/bin/env bash
if [ -n "${OURS:-}" ]; then
  line=$("$OURS" --solve "$1" | tail -1)
else
  line=$(cargo bench --quiet --no-default-features --bench engine -- --solve "$1" | tail -1)
fi
IFS=, read -r _ objective cpu _ peak <<<"$line"
IFS=/ read -r _ unfilled mismatch <<<"${objective// /}"
echo "$unfilled $mismatch $cpu $peak"
EOF

lemon=
if [ -f /usr/include/lemon/network_simplex.h ] && command -v g++ >/dev/null; then
  g++ -O3 -march=native -std=c++17 -o "$work/lemon" "$kit/peer_lemon.cpp" -llemon && lemon=yes
fi
[ -n "$lemon" ] || missing+=("LEMON")
cat >"$work/run-lemon" <<EOF
#!/usr/bin/env bash
"$work/lemon" "$INST/\$1.bin" ns32 "\$2" | sed -E 's/.*cpu_ms,([0-9.]+),.*unfilled,([0-9]+),mismatch,([0-9]+).*/\2 \3 \1/'
EOF

cat >"$work/run-ortools" <<EOF
#!/usr/bin/env bash
posts=\$(python3 -c "import numpy; print(int(numpy.load('$INST/\$1.npz')['dem'].sum()))")
python3 "$kit/peer_ortools_maxflow.py" "\$1" maxflow "\$2" |
  sed -E 's/.*cpu_ms,([0-9.]+),.*\(([0-9]+), ([0-9]+)\).*/\2 \3 \1/' | { read -r filled mismatch cpu; echo "\$((posts - filled)) \$mismatch \$cpu"; }
EOF

cat >"$work/highs.py" <<'EOF'
import os, sys, time, numpy, highspy
d = numpy.load(f"{os.environ['INST']}/{sys.argv[1]}.npz")
S, D, A, price = len(d["sup"]), len(d["dem"]), len(d["src"]), 20_000
lp = highspy.HighsLp()
lp.num_col_, lp.num_row_ = A + D, S + D
lp.col_cost_ = numpy.concatenate([d["cost"], numpy.full(D, price)]).astype(float)
lp.col_lower_ = numpy.zeros(A + D)
lp.col_upper_ = numpy.full(A + D, highspy.kHighsInf)
lp.row_lower_ = numpy.concatenate([numpy.full(S, -highspy.kHighsInf), d["dem"]]).astype(float)
lp.row_upper_ = numpy.concatenate([d["sup"], d["dem"]]).astype(float)
matrix = lp.a_matrix_
matrix.format_ = highspy.MatrixFormat.kColwise
matrix.start_ = numpy.concatenate([numpy.arange(0, 2 * A, 2), 2 * A + numpy.arange(D + 1)]).astype(numpy.int32)
pairs = numpy.stack([d["src"], S + d["dst"]], axis=1).ravel()
matrix.index_ = numpy.concatenate([pairs, S + numpy.arange(D)]).astype(numpy.int32)
matrix.value_ = numpy.ones(2 * A + D)
solver = highspy.Highs()
solver.setOptionValue("output_flag", False)
solver.setOptionValue("solver", "simplex")
solver.passModel(lp)
start = time.process_time()
solver.run()
cpu = 1e3 * (time.process_time() - start)
unfilled = round(sum(solver.getSolution().col_value[A:]))
print(unfilled, round(solver.getInfo().objective_function_value) - unfilled * price, f"{cpu:.0f}")
EOF

mcmf=
mkdir -p "$work/mcmf/src"
cat >"$work/mcmf/Cargo.toml" <<'EOF'
[package]
name = "peer"
version = "0.0.0"
edition = "2021"
[dependencies]
mcmf = "2"
[workspace]
EOF
cat >"$work/mcmf/src/main.rs" <<'EOF'
use mcmf::{Capacity, Cost, GraphBuilder, Vertex};
fn main() {
    let words: Vec<String> = std::env::args().collect();
    let bytes = std::fs::read(&words[1]).unwrap();
    let long = |i: usize| u64::from_le_bytes(bytes[8 * i..8 * i + 8].try_into().unwrap()) as usize;
    let (s, d, a) = (long(0), long(1), long(2));
    let ints = |at: usize, n: usize| -> Vec<i32> {
        let at = 32 + 4 * at;
        bytes[at..at + 4 * n].chunks_exact(4).map(|c| i32::from_le_bytes(c.try_into().unwrap())).collect()
    };
    let (people, posts) = (ints(0, s), ints(2 * s, d));
    let rest = 2 * s + d + s + d + s + d;
    let (starts, heads, costs) = (ints(rest, s + 1), ints(rest + s + 1, a), ints(rest + s + 1 + a, a));
    let mut graph = GraphBuilder::new();
    for i in 0..s {
        graph.add_edge(Vertex::Source, i as u32, Capacity(people[i]), Cost(0));
        for arc in starts[i] as usize..starts[i + 1] as usize {
            let to = heads[arc] as usize;
            graph.add_edge(i as u32, (s + to) as u32, Capacity(people[i].min(posts[to])), Cost(costs[arc]));
        }
    }
    for j in 0..d {
        graph.add_edge((s + j) as u32, Vertex::Sink, Capacity(posts[j]), Cost(0));
    }
    let cpu = || -> f64 {
        let text = std::fs::read_to_string("/proc/self/schedstat").unwrap();
        text.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e6
    };
    let mut times = Vec::new();
    let mut told = (0, 0);
    for _ in 0..words[2].parse().unwrap() {
        let start = cpu();
        let (cost, paths) = graph.mcmf();
        times.push(cpu() - start);
        let filled: i64 = paths.iter().map(|p| i64::from(p.amount())).sum();
        told = (posts.iter().map(|&p| i64::from(p)).sum::<i64>() - filled, cost);
    }
    times.sort_by(f64::total_cmp);
    println!("{} {} {:.1}", told.0, told.1, times[times.len() / 2]);
}
EOF
(cd "$work/mcmf" && cargo build --quiet --release >&2) && mcmf=yes || missing+=("mcmf")
has_module ortools || missing+=("OR-Tools")
has_module highspy || missing+=("HiGHS")
chmod +x "$work"/ours "$work"/run-*

for name in "${names[@]}"; do
  step "ours on $name"
  read -r unfilled mismatch cpu peak <<<"$("$work/ours" "$name")"
  printf 'Relève,%s,%s,%s,%s,%s\n' "$name" "$unfilled" "$mismatch" "$cpu" "$peak" >>"$results"
  [ -z "$lemon" ] || record LEMON "$name" "$work/run-lemon" "$name" "$(reps "$name")"
  ! has_module ortools || record OR-Tools "$name" "$work/run-ortools" "$name" "$(reps "$name")"
  [ "$name" != stress ] || continue
  [ -z "$mcmf" ] || record mcmf "$name" "$work/mcmf/target/release/peer" "$INST/$name.bin" 3
  ! has_module highspy || record HiGHS "$name" python3 "$work/highs.py" "$name"
done

printf '\nload %s; missing: %s\n\n' "$(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null)" "${missing[*]:-none}"
awk -F, '
  BEGIN { print "| instance | program | unfilled / mismatch | CPU | ratio to ours | peak memory |"; print "|---|---|---|---|---|---|" }
  $1 == "Relève" { ours[$2] = $5; figures[$2] = $3 " / " $4 }
  $3 == "failed" { printf "| %s | %s | failed | | | |\n", $2, $1; next }
  { if ($3 " / " $4 != figures[$2]) differ = 1
    printf "| %s | %s | %s / %s | %s ms | %.1f | %s MB |\n", $2, $1, $3, $4, $5, $5 / ours[$2], $6 }
  END { if (differ) { print "\nThe programs do not agree."; exit 1 } }' "$results"
# The published figures, whatever the solvers agree on.
for name in "${names[@]}"; do
  told=$(awk -F, -v n="$name" '$1 == "Relève" && $2 == n { print $3 " / " $4 }' "$results")
  if tr -d ',' <"$kit/README.md" | grep -q "$name [0-9]* / ${told//\//\\/}"; then
    echo "$name: the published optimum."
  else
    echo "$name: not the published optimum ($told)." >&2
    exit 1
  fi
done
