package org.ronghe.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.ronghe.sphere.Clustering;
import org.ronghe.sphere.Dbscan;
import org.ronghe.sphere.DbscanParameters;

/// Our clustering on the points that the peers get; with 0 runs it is called once, cold.
///
/// Usage: `ClusterOurs POINTS RADIUS_METERS MINIMUM RUNS SECONDS THREADS [LABELS]`
final class ClusterOurs {
  private ClusterOurs() {}

  public static void main(String[] args) throws Exception {
    Points points = Points.read(Path.of(args[0]));
    var parameters =
        new DbscanParameters(
            Double.parseDouble(args[1]), Double.parseDouble(args[2]), Integer.parseInt(args[5]));
    double[] weights = points.weights();
    Warm.Result<Clustering> result =
        Warm.repeat(
            Integer.parseInt(args[3]),
            Double.parseDouble(args[4]),
            () -> Dbscan.cluster(points.lat(), points.lon(), weights, parameters));
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getTotalThreadAllocatedBytes();
    Clustering clustering =
        result.times().runs() > 1
            ? Dbscan.cluster(points.lat(), points.lon(), weights, parameters)
            : result.answer();
    long allocated = threads.getTotalThreadAllocatedBytes() - before;
    int cores = 0;
    byte[] isCore = new byte[points.size()];
    for (int i = 0; i < isCore.length; i++) {
      isCore[i] = (byte) (clustering.isCore(i) ? 1 : 0);
      cores += isCore[i];
    }
    if (args.length > 6) {
      Path labels = Path.of(args[6]);
      Labels.write(labels, clustering.labels());
      Labels.writeCores(labels, isCore);
    }
    var outcome = new Outcome().put(result.times());
    if (result.times().runs() > 1) {
      outcome.put("bytes_a_point", (double) allocated / points.size());
    }
    outcome.put("clusters", clustering.clusters()).put("cores", cores).print();
  }
}
