#!/usr/bin/env bash
# PostGIS's ST_ClusterDBSCAN on the points of a benchmark, in a private server on a unix socket.
# PostGIS clusters on the plane: here degrees of longitude count like degrees of latitude, so its answer is another
# one and is only counted, not compared.
# usage: cluster_postgis.sh CSV RADIUS_METERS MINIMUM RUNS SECONDS WORK
set -euo pipefail
csv=$(realpath "$1") radius=$2 minimum=$3 runs=$4 seconds=$5 work=$6
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
[[ -n $bin && -f ${bin%/bin}/lib/postgis-3.so ]] || { echo '{"skipped": "no PostGIS (Debian: postgresql-15-postgis-3)"}'; exit 0; }

# PostgreSQL refuses to run as root; the account of the package is used when we are root.
as() { if [[ $(id -u) == 0 ]]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }
[[ $(id -u) != 0 ]] || id postgres >/dev/null 2>&1 || { echo '{"skipped": "no account to run PostgreSQL as"}'; exit 0; }
home=$(mktemp -d /tmp/ronghe-postgis.XXXXXX)
[[ $(id -u) != 0 ]] || chown postgres "$home"
stop() { (cd / && as "$bin/pg_ctl" -D "$home/db" -m immediate stop >/dev/null 2>&1) || true; rm -rf "$home"; }
trap stop EXIT
cd /
as "$bin/initdb" -D "$home/db" -A trust -U bench >"$home.log" 2>&1 || { cat "$home.log" >&2; exit 1; }
rm -f "$home.log"
as "$bin/pg_ctl" -D "$home/db" -w -l "$home/server.log" start \
  -o "-c listen_addresses='' -k $home -c fsync=off -c work_mem=512MB -c shared_buffers=256MB -c max_parallel_workers=0 -c jit=off" >/dev/null
psql() { "$bin/psql" -q -X -v ON_ERROR_STOP=1 -h "$home" -U bench -d postgres "$@"; }
psql -c 'CREATE EXTENSION postgis' >/dev/null
psql -c 'CREATE TABLE point (id int, lat float8, lon float8, weight float8)' >/dev/null
psql -c "\\copy point FROM '$csv' WITH (FORMAT csv, HEADER)" >/dev/null
psql -c 'ALTER TABLE point ADD geom geometry; UPDATE point SET geom = ST_Point(lon, lat); VACUUM ANALYZE point' >/dev/null 2>&1 ||
  { psql -c 'ALTER TABLE point ADD geom geometry'; psql -c 'UPDATE point SET geom = ST_Point(lon, lat)'; }
degrees=$(awk -v r="$radius" 'BEGIN { printf "%.9f", r / 6371008.8 * 180 / 3.14159265358979 }')
query="SELECT count(DISTINCT c), count(c) FROM (SELECT ST_ClusterDBSCAN(geom, $degrees, $minimum) OVER () c FROM point) q"
times=() begin=$SECONDS
while :; do
  from=$(date +%s.%N)
  answer=$(psql -At -F ' ' -c "SET statement_timeout = '${seconds}s'" -c "$query")
  times+=("$(awk -v a="$from" -v b="$(date +%s.%N)" 'BEGIN { printf "%.4f", b - a }')")
  (( ${#times[@]} <= runs && SECONDS - begin < seconds )) || break
done
(( ${#times[@]} > 1 )) && times=("${times[@]:1}")
sorted=($(printf '%s\n' "${times[@]}" | sort -n))
read -r clusters clustered <<<"$answer"
version=$(psql -At -c 'SELECT postgis_lib_version()')
printf '{"seconds": %s, "best_seconds": %s, "runs": %d, "clusters": %d, "clustered": %d, "planar": true, "version": "%s"}\n' \
  "${sorted[$((${#sorted[@]} / 2))]}" "${sorted[0]}" "${#sorted[@]}" "$clusters" "$clustered" "$version"
