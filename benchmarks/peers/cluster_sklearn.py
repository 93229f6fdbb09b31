#!/usr/bin/env python3
"""scikit-learn's DBSCAN on the points of a benchmark.

usage: cluster_sklearn.py chord-kd|chord-ball|haversine POINTS RADIUS_METERS MINIMUM RUNS SECONDS LABELS

POINTS holds little-endian doubles, latitude then longitude in degrees. One line of JSON goes to
standard output. The first run is not counted when there is a second.
"""
import json
import resource
import sys
import time

import numpy
from sklearn.cluster import DBSCAN

EARTH_RADIUS_METERS = 6_371_008.8


def main(kind, points, radius, minimum, runs, budget, labels_file):
    lat_lon = numpy.radians(numpy.fromfile(points, dtype="<f8").reshape(-1, 2))
    radius = float(radius)
    if kind == "haversine":
        data, eps = lat_lon, radius / EARTH_RADIUS_METERS
        settings = {"metric": "haversine", "algorithm": "ball_tree"}
    else:
        lat, lon = lat_lon[:, 0], lat_lon[:, 1]
        data = numpy.column_stack(
            (numpy.cos(lat) * numpy.cos(lon), numpy.cos(lat) * numpy.sin(lon), numpy.sin(lat)))
        eps = 2 * numpy.sin(radius / (2 * EARTH_RADIUS_METERS))
        tree = "kd_tree" if kind == "chord-kd" else "ball_tree"
        settings = {"metric": "euclidean", "algorithm": tree}
    times = []
    begin = time.perf_counter()
    while True:
        start, cpu = time.perf_counter(), time.process_time()
        fitted = DBSCAN(eps=eps, min_samples=int(minimum), n_jobs=1, **settings).fit(data)
        times.append((time.perf_counter() - start, time.process_time() - cpu))
        if len(times) > int(runs) or time.perf_counter() - begin > float(budget):
            break
    counted = times[1:] or times
    cores = numpy.zeros(len(data), dtype=numpy.uint8)
    cores[fitted.core_sample_indices_] = 1
    fitted.labels_.astype("<i4").tofile(labels_file)
    cores.tofile(labels_file + ".cores")
    print(json.dumps({
        "seconds": sorted(t[0] for t in counted)[len(counted) // 2],
        "best_seconds": min(t[0] for t in counted),
        "cpu_seconds": sorted(t[1] for t in counted)[len(counted) // 2],
        "runs": len(counted),
        "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }))


if __name__ == "__main__":
    if len(sys.argv) != 8:
        sys.exit(__doc__)
    main(*sys.argv[1:])
