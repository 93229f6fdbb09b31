package org.ronghe.benchmarks;

import elki.clustering.dbscan.DBSCAN;
import elki.data.Cluster;
import elki.data.Clustering;
import elki.data.DoubleVector;
import elki.data.model.Model;
import elki.data.type.TypeUtil;
import elki.database.StaticArrayDatabase;
import elki.database.ids.DBIDIter;
import elki.database.ids.DBIDRange;
import elki.database.relation.Relation;
import elki.datasource.ArrayAdapterDatabaseConnection;
import elki.distance.minkowski.EuclideanDistance;
import elki.index.tree.spatial.kd.MemoryKDTree;
import elki.index.tree.spatial.kd.split.MedianSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.clustering.Clusterable;
import org.hipparchus.clustering.DBSCANClusterer;
import smile.neighbor.KDTree;

/// Other people's DBSCAN in Java on the same points, as chords between unit vectors. Each run
/// includes building its index, as ours does.
///
/// Usage: `ClusterPeers elki|smile|hipparchus POINTS RADIUS_METERS MINIMUM RUNS SECONDS LABELS`
final class ClusterPeers {
  private ClusterPeers() {}

  public static void main(String[] args) throws Exception {
    double[][] vectors = Points.read(Path.of(args[1])).vectors();
    double chord = Points.chord(Double.parseDouble(args[2]));
    int minimum = Integer.parseInt(args[3]);
    Warm.Result<int[]> result =
        Warm.repeat(
            Integer.parseInt(args[4]),
            Double.parseDouble(args[5]),
            switch (args[0]) {
              case "elki" -> () -> elki(vectors, chord, minimum);
              case "smile" -> () -> smile(vectors, chord, minimum);
              case "hipparchus" -> () -> hipparchus(vectors, chord, minimum);
              default -> throw new IllegalArgumentException(args[0]);
            });
    Labels.write(Path.of(args[6]), result.answer());
    new Outcome().put(result.times()).print();
  }

  private static int[] elki(double[][] vectors, double chord, int minimum) {
    var database =
        new StaticArrayDatabase(
            new ArrayAdapterDatabaseConnection(vectors),
            List.of(new MemoryKDTree.Factory<DoubleVector>(MedianSplit.STATIC, 32)));
    database.initialize();
    Relation<DoubleVector> relation = database.getRelation(TypeUtil.DOUBLE_VECTOR_FIELD);
    Clustering<Model> clustering =
        new DBSCAN<DoubleVector>(EuclideanDistance.STATIC, chord, minimum).run(relation);
    int[] labels = new int[vectors.length];
    Arrays.fill(labels, -1);
    var ids = (DBIDRange) relation.getDBIDs();
    int label = 0;
    for (Cluster<Model> cluster : clustering.getAllClusters()) {
      if (cluster.isNoise()) {
        continue;
      }
      for (DBIDIter it = cluster.getIDs().iter(); it.valid(); it.advance()) {
        labels[ids.getOffset(it)] = label;
      }
      label++;
    }
    return labels;
  }

  private static int[] smile(double[][] vectors, double chord, int minimum) {
    // Its search leaves out the point itself.
    var clustering = smile.clustering.DBSCAN.fit(vectors, KDTree.of(vectors), minimum - 1, chord);
    int[] labels = clustering.group().clone();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = labels[i] == Integer.MAX_VALUE ? -1 : labels[i];
    }
    return labels;
  }

  /// A vector that remembers where it came from.
  private static final class Numbered implements Clusterable {
    private final int index;
    private final double[] vector;

    Numbered(int index, double[] vector) {
      this.index = index;
      this.vector = vector;
    }

    @Override
    public double[] getPoint() {
      return vector;
    }
  }

  private static int[] hipparchus(double[][] vectors, double chord, int minimum) {
    List<Numbered> points = new ArrayList<>(vectors.length);
    for (int i = 0; i < vectors.length; i++) {
      points.add(new Numbered(i, vectors[i]));
    }
    // It does not count the point itself.
    var clusters = new DBSCANClusterer<Numbered>(chord, minimum - 1).cluster(points);
    int[] labels = new int[vectors.length];
    Arrays.fill(labels, -1);
    for (int label = 0; label < clusters.size(); label++) {
      for (Numbered point : clusters.get(label).getPoints()) {
        labels[point.index] = label;
      }
    }
    return labels;
  }
}
