package org.ronghe.atlas.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ronghe.atlas.cluster.Clusters;
import org.ronghe.atlas.locate.Contributions;
import org.ronghe.atlas.locate.Contributions.Chunk;
import org.ronghe.atlas.locate.LocatedBy;
import org.ronghe.atlas.report.RunResult.Evidence;
import org.ronghe.atlas.report.parquet.ParquetColumn;
import org.ronghe.atlas.report.parquet.ParquetWriter;
import org.ronghe.sphere.Role;

/// `points.parquet`: every located point, one row for each place of an affiliation of a person on a
/// record, with the cluster it fell into and its role there.
final class PointsFile {
  private static final List<String> ROLES =
      Arrays.stream(Role.values()).map(r -> r.name().toLowerCase(Locale.ROOT)).toList();
  private static final List<String> WAYS = LocatedBy.words();

  private final Contributions contributions;
  private final List<Chunk> chunks;

  /// Of each located row its chunk and its place in it.
  private final int[] located;

  private PointsFile(Contributions contributions) {
    this.contributions = contributions;
    chunks = contributions.chunks();
    int rows = 0;
    for (var chunk : chunks) {
      for (int i = 0; i < chunk.rows(); i++) {
        rows += chunk.site(i) >= 0 ? 1 : 0;
      }
    }
    located = new int[rows];
    int row = 0;
    for (int c = 0; c < chunks.size(); c++) {
      for (int i = 0; i < chunks.get(c).rows(); i++) {
        if (chunks.get(c).site(i) >= 0) {
          located[row++] = (c << 16) | i;
        }
      }
    }
  }

  static void write(Path path, Evidence evidence) {
    var points = new PointsFile(evidence.contributions());
    ParquetWriter.write(path, points.columns(evidence), points.located.length);
  }

  private List<ParquetColumn> columns(Evidence evidence) {
    var clusters = evidence.clusters();
    var names = contributions.names();
    var sites = contributions.sites();
    var roleOfSite = roles(clusters);
    var organisations = new ArrayList<String>();
    var organisationIds = new ArrayList<String>();
    for (int o = 0; o < names.organisations().size(); o++) {
      organisations.add(names.organisations().name(o));
      organisationIds.add(names.organisations().id(o));
    }
    return List.of(
        ParquetColumn.utf8("record", new RecordIds(contributions, this::record)),
        ParquetColumn.coded(
            "kind", row -> contributions.kind(record(row)), Arrays.asList(names.kinds().toArray())),
        ParquetColumn.int32("year", row -> contributions.year(record(row))),
        ParquetColumn.int32("person", row -> chunk(row).person(at(row))),
        ParquetColumn.coded("organisation", this::organisation, organisations),
        ParquetColumn.coded("organisation_id", this::organisation, organisationIds),
        ParquetColumn.float64("lat", row -> sites.latDegrees(site(row))),
        ParquetColumn.float64("lon", row -> sites.lonDegrees(site(row))),
        ParquetColumn.float64("weight", row -> chunk(row).weight(at(row))),
        ParquetColumn.coded("located_by", row -> chunk(row).locatedByCode(at(row)), WAYS),
        ParquetColumn.int32(
                "cluster",
                row -> {
                  int cluster = clusters.ofSite(site(row));
                  return cluster < 0 ? -1 : clusters.label(cluster);
                })
            .unless(row -> clusters.ofSite(site(row)) < 0),
        ParquetColumn.coded("role", row -> roleOfSite[site(row)], ROLES));
  }

  /// The place in [#ROLES] of each site's role.
  private int[] roles(Clusters clusters) {
    var roles = new int[contributions.sites().size()];
    for (int s = 0; s < roles.length; s++) {
      roles[s] = ROLES.indexOf(clusters.role(s).name().toLowerCase(Locale.ROOT));
    }
    return roles;
  }

  private Chunk chunk(int row) {
    return chunks.get(located[row] >>> 16);
  }

  private int at(int row) {
    return located[row] & 0xFFFF;
  }

  private int record(int row) {
    return chunk(row).record(at(row));
  }

  private int site(int row) {
    return chunk(row).site(at(row));
  }

  private int organisation(int row) {
    return chunk(row).organisation(at(row));
  }
}
