#!/usr/bin/env python3
"""Whether two clusterings of the same points agree.

usage: compare_labels.py OURS THEIRS

The partition of the cores must be identical (labels are arbitrary numbers); the same points must
be noise; a border point may touch two clusters, so those that differ are only counted. A peer that
does not tell its cores is compared on ours. Prints one line of JSON.
"""
import json
import os
import sys

import numpy


def compare(ours_file, theirs_file):
    ours = numpy.fromfile(ours_file, dtype="<i4")
    theirs = numpy.fromfile(theirs_file, dtype="<i4")
    core = numpy.fromfile(ours_file + ".cores", dtype=numpy.uint8).astype(bool)
    if len(ours) != len(theirs):
        return {"answer": f"differs: {len(theirs)} labels for {len(ours)} points"}
    problems = []
    if os.path.exists(theirs_file + ".cores"):
        theirs_core = numpy.fromfile(theirs_file + ".cores", dtype=numpy.uint8).astype(bool)
        if (core != theirs_core).any():
            problems.append(f"{int((core != theirs_core).sum())} points differ in being cores")
        core = core & theirs_core
    pairs = set(zip(ours[core].tolist(), theirs[core].tolist()))
    if any(t < 0 for _, t in pairs):
        problems.append("cores without a cluster")
    if not len(pairs) == len({o for o, _ in pairs}) == len({t for _, t in pairs}):
        problems.append("the partitions of the cores differ")
    noise = int(((ours < 0) != (theirs < 0)).sum())
    if noise:
        problems.append(f"{noise} points differ in being noise")
    of_theirs = {o: t for o, t in pairs}
    border = (~core) & (ours >= 0) & (theirs >= 0)
    moved = sum(of_theirs.get(o) != t for o, t in zip(ours[border].tolist(), theirs[border].tolist()))
    return {
        "answer": "differs: " + "; ".join(problems) if problems else "same",
        "clusters": len({o for o, _ in pairs}),
        "cores": int(core.sum()),
        "borders_in_another_cluster": moved,
    }


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(json.dumps(compare(*sys.argv[1:])))
