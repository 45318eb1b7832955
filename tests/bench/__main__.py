"""``make bench``: every benchmark, or those named: ``python -m tests.bench knowledge scale``."""

import sys

from tests.bench import (
    bench_governance,
    bench_knowledge,
    bench_readers,
    bench_scale,
    bench_slack,
    bench_teams,
)

BENCHES = {
    "governance": bench_governance,
    "knowledge": bench_knowledge,
    "readers": bench_readers,
    "scale": bench_scale,
    "slack": bench_slack,
    "teams": bench_teams,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHES:
        BENCHES[name].main()
