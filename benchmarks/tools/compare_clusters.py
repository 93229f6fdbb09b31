#!/usr/bin/env python3
"""Whether two rankings have the same clusters.

usage: compare_clusters.py OURS.csv THEIRS.csv METRIC…

Clusters are matched by their number of contributions and their counts; all counts must agree to
1e-9 relative. Prints one line of JSON.
"""
import csv
import json
import math
import sys


def read(path, metrics):
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = [
            tuple(float(row.get(m) or 0) for m in ("contributions", *metrics))
            for row in csv.DictReader(file)]
    return sorted(rows, key=lambda row: tuple(round(v, 6) for v in row), reverse=True)


def main(ours_file, theirs_file, *metrics):
    ours, theirs = read(ours_file, metrics), read(theirs_file, metrics)
    if len(ours) != len(theirs):
        answer = f"differs: {len(theirs)} clusters instead of {len(ours)}"
    else:
        off = [
            (a, b) for a, b in zip(ours, theirs)
            if not all(math.isclose(x, y, rel_tol=1e-9, abs_tol=1e-9) for x, y in zip(a, b))]
        answer = f"differs: {len(off)} clusters, first {off[0]}" if off else "same"
    print(json.dumps({"answer": answer, "clusters": len(ours)}))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
