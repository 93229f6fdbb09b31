#!/usr/bin/env python3
"""Whether the last row's totals are those of the first row of its group.

usage: compare_totals.py ROWS KEY…
"""
import json
import math
import sys


def main(rows_file, *keys):
    with open(rows_file) as lines:
        rows = [json.loads(line) for line in lines]
    last = rows[-1]
    first = next(r for r in rows if r.get("group") == last.get("group") and keys[0] in r)
    different = [
        f"{k} {last.get(k)} instead of {first[k]}" for k in keys
        if k not in last or not math.isclose(last[k], first[k], rel_tol=1e-9)]
    print(json.dumps({"answer": "differs: " + ", ".join(different) if different else "same"}))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
