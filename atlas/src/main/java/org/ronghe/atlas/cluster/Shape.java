package org.ronghe.atlas.cluster;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.atlas.locate.Sites;
import org.ronghe.sphere.GeoPoint;
import org.ronghe.sphere.SphericalCentroid;

/// Where a cluster lies.
///
/// @param centre weighted mean position on the sphere
/// @param outline in degrees (x longitude, y latitude); see [Outline]
public record Shape(GeoPoint centre, Geometry outline) {

  /// The shapes of all clusters.
  ///
  /// @param weightOfSite how much each site pulls the centre
  public static List<Shape> all(Sites sites, Clusters clusters, double[] weightOfSite) {
    var members = new ArrayList<List<Integer>>();
    for (int c = 0; c < clusters.size(); c++) {
      members.add(new ArrayList<>());
    }
    for (int s = 0; s < sites.size(); s++) {
      if (clusters.ofSite(s) >= 0) {
        members.get(clusters.ofSite(s)).add(s);
      }
    }
    return members.stream().map(m -> of(sites, m, weightOfSite)).toList();
  }

  private static Shape of(Sites sites, List<Integer> members, double[] weightOfSite) {
    var lat = new double[members.size()];
    var lon = new double[members.size()];
    var centroid = new SphericalCentroid();
    for (int i = 0; i < lat.length; i++) {
      int site = members.get(i);
      lat[i] = sites.latDegrees(site);
      lon[i] = sites.lonDegrees(site);
      centroid.add(lat[i], lon[i], Math.max(weightOfSite[site], Double.MIN_NORMAL));
    }
    var centre = centroid.findCentre().orElseGet(() -> new GeoPoint(lat[0], lon[0]));
    var plane = new TangentPlane(centre.latDegrees(), centre.lonDegrees());
    return new Shape(centre, Outline.around(lat, lon, plane));
  }
}
