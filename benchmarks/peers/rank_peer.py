#!/usr/bin/env python3
"""From works and patents to ranked clusters, as a data person would write it: json and gzip to
read, pandas to join and to sum, scikit-learn to cluster.

usage: rank_peer.py --works GLOB --places FILE [--patents FOLDER] --radius-km R --min-weight N
                    [--from YEAR] [--to YEAR] --out FILE

The rules are those of `ronghe rank --method custom`, so that the answers can be compared: works
retracted or paratext do not count, a second work of the same id neither; a record is split over
its persons, then over each one's distinct affiliations, then over an affiliation's places; a
position weighs as many contributions as it has; a border position goes to its nearest core.
Writes `cluster, contributions, publications, pct` with the largest score first.
"""
import argparse
import glob
import gzip
import json
import os

import numpy
import pandas
from sklearn.cluster import DBSCAN
from sklearn.neighbors import BallTree

EARTH_RADIUS_KM = 6371.0088


def lines(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def read_places(path):
    """ROR of both schemas: id → positions, a child without any taking its parent's."""
    own, parents = {}, {}
    for place in lines(path):
        if "locations" in place:
            details = [l.get("geonames_details") or {} for l in place["locations"]]
            positions = [(d.get("lat"), d.get("lng")) for d in details]
        else:
            positions = [(a.get("lat"), a.get("lng")) for a in place.get("addresses", [])]
        own[place["id"]] = [p for p in positions if p[0] is not None and p[1] is not None]
        parents[place["id"]] = [
            r["id"] for r in place.get("relationships", []) if r["type"].lower() == "parent"]
    rows = []
    for identifier, positions in own.items():
        seen, level = {identifier}, parents[identifier]
        while not positions and level:
            positions = next((own[p] for p in level if own.get(p)), [])
            seen.update(level)
            level = [g for p in level for g in parents.get(p, []) if g not in seen]
        rows += [(identifier, lat, lon) for lat, lon in positions]
    return pandas.DataFrame(rows, columns=["place", "lat", "lon"])


def affiliations(authorship):
    """A person's distinct affiliations: the ROR or other id of an institution, None for a text."""
    found, texts = {}, set()
    for institution in authorship.get("institutions") or []:
        key = institution.get("ror") or institution.get("id")
        if key:
            found[institution.get("id") or key] = key
        elif (institution.get("display_name") or "").strip():
            texts.add(institution["display_name"])
    for affiliation in authorship.get("affiliations") or []:
        text = affiliation.get("raw_affiliation_string") or ""
        if not affiliation.get("institution_ids") and text.strip():
            texts.add(text)
    if not found and not texts:
        raw = list(authorship.get("raw_affiliation_strings") or [])
        raw.append(authorship.get("raw_affiliation_string") or "")
        texts = {text for text in raw if text.strip()}
    return list(found.values()) + [None] * len(texts) or [None]


def read_works(pattern, first, last):
    rows, seen = [], set()
    for path in sorted(glob.glob(pattern)):
        for work in lines(path):
            year = work.get("publication_year")
            if year is None or not first <= year <= last:
                continue
            if work.get("is_retracted") or work.get("is_paratext") or work.get("type") == "paratext":
                continue
            if work["id"] in seen:
                continue
            seen.add(work["id"])
            for person, authorship in enumerate(work.get("authorships") or [{}]):
                for place in affiliations(authorship):
                    rows.append((work["id"], person, place))
    return pandas.DataFrame(rows, columns=["record", "person", "place"])


def read_patents(folder, first, last):
    def table(name, columns):
        return pandas.read_csv(os.path.join(folder, name), sep="\t", usecols=columns, dtype=str)

    patents = table("g_patent.tsv", ["patent_id", "patent_date"])
    years = patents.patent_date.str[:4].astype(int)
    patents = patents[(years >= first) & (years <= last)].drop_duplicates("patent_id")
    inventors = table("g_inventor_disambiguated.tsv",
                      ["patent_id", "inventor_sequence", "location_id"])
    locations = table("g_location_disambiguated.tsv", ["location_id", "latitude", "longitude"])
    rows = patents[["patent_id"]].merge(inventors, on="patent_id", how="left")
    rows.columns = ["record", "person", "place"]
    locations.columns = ["place", "lat", "lon"]
    return rows, locations.astype({"lat": float, "lon": float})


def fractions(rows, places):
    """One row a contribution and place, with its fraction of the record."""
    persons = rows.groupby("record")["person"].transform("nunique").clip(lower=1)
    of_person = rows.groupby(["record", "person"], dropna=False)["place"].transform("size")
    rows = rows.assign(fraction=1.0 / persons / of_person)
    rows["contribution"] = numpy.arange(len(rows))
    rows = rows.merge(places, on="place", how="inner")
    share = 1.0 / rows.groupby("contribution")["lat"].transform("size")
    return rows.assign(fraction=rows.fraction * share, share=share)


def cluster(positions, radius_km, minimum):
    """A label a position, -1 for noise; border positions go to their nearest core."""
    radians = numpy.radians(positions[["lat", "lon"]].to_numpy())
    fitted = DBSCAN(
        eps=radius_km / EARTH_RADIUS_KM, min_samples=minimum, metric="haversine",
        algorithm="ball_tree").fit(radians, sample_weight=positions["share"].to_numpy())
    labels = fitted.labels_.copy()
    cores = fitted.core_sample_indices_
    border = numpy.setdiff1d(numpy.flatnonzero(labels >= 0), cores)
    if len(border):
        nearest = BallTree(radians[cores], metric="haversine").query(radians[border])[1][:, 0]
        labels[border] = fitted.labels_[cores[nearest]]
    return labels


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--works", required=True)
    options.add_argument("--places", required=True)
    options.add_argument("--patents")
    options.add_argument("--radius-km", type=float, required=True)
    options.add_argument("--min-weight", type=int, required=True)
    options.add_argument("--from", type=int, default=1000, dest="first")
    options.add_argument("--to", type=int, default=2999, dest="last")
    options.add_argument("--out", required=True)
    o = options.parse_args()

    works = read_works(o.works, o.first, o.last)
    rows = [fractions(works, read_places(o.places)).assign(metric="publications")]
    world = {"publications": works["record"].nunique(), "pct": 0}
    if o.patents:
        patents, locations = read_patents(o.patents, o.first, o.last)
        rows.append(fractions(patents, locations).assign(metric="pct"))
        world["pct"] = patents["record"].nunique()
    located = pandas.concat(rows, ignore_index=True)

    positions = located.groupby(["lat", "lon"], as_index=False)["share"].sum()
    positions["cluster"] = cluster(positions, o.radius_km, o.min_weight)
    located = located.merge(positions[["lat", "lon", "cluster"]], on=["lat", "lon"])
    located = located[located.cluster >= 0]
    counts = located.pivot_table(
        index="cluster", columns="metric", values="fraction", aggfunc="sum", fill_value=0)
    for metric in world:
        if metric not in counts:
            counts[metric] = 0.0
    # A contribution with places in two clusters lies in both.
    counts["contributions"] = located.drop_duplicates(
        ["cluster", "metric", "contribution"]).groupby("cluster").size()
    counts["score"] = sum(100 * counts[m] / n for m, n in world.items() if n)
    counts = counts.sort_values("score", ascending=False).reset_index()
    counts.to_csv(o.out, index=False, float_format="%.17g")
    print(json.dumps({
        "works": int(world["publications"]), "patents": int(world["pct"]),
        "positions": len(positions), "clusters": len(counts)}))


if __name__ == "__main__":
    main()
