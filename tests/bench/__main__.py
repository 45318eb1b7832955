"""``make bench``: every benchmark, one after the other."""

from tests.bench import bench_governance, bench_knowledge, bench_slack

if __name__ == "__main__":
    for bench in (bench_governance, bench_knowledge, bench_slack):
        bench.main()
