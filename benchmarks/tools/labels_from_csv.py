#!/usr/bin/env python3
"""Turns what `ronghe cluster` wrote into labels that compare_labels.py reads.

usage: labels_from_csv.py CSV LABELS

The ids must be the points' indices, as WriteWorld numbers them.
"""
import csv
import sys

import numpy


def main(csv_file, labels_file):
    with open(csv_file, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    labels = numpy.full(len(rows), -1, dtype="<i4")
    cores = numpy.zeros(len(rows), dtype=numpy.uint8)
    for row in rows:
        i = int(row["id"])
        if row["cluster"] != "":
            labels[i] = int(row["cluster"])
        cores[i] = row["core"] == "true"
    labels.tofile(labels_file)
    cores.tofile(labels_file + ".cores")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
