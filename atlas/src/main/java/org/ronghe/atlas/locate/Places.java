package org.ronghe.atlas.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.StringTable;
import org.ronghe.atlas.source.input.BlockPipeline;
import org.ronghe.atlas.source.input.InputFile;
import org.ronghe.atlas.source.input.Progress;
import org.ronghe.atlas.source.json.JsonKind;

/// Where organisations are, looked up by [OrganisationKey].
///
/// Made from OpenAlex institutions (https://docs.openalex.org/api-entities/institutions) and ROR
/// records of schema 1 and 2 (https://ror.readme.io/docs/data-structure), one JSON object a line or
/// one JSON array. An institution and a ROR record with the same ROR id are one place; the file
/// listed first gives name, country and coordinates, a later one only what is lacking.
///
/// A place without coordinates takes those of its nearest ancestor that has some, parents in the
/// order listed before grandparents; [#viaParent] tells. The id of a withdrawn record leads to its
/// successor if one is named and known.
///
/// Immutable and safe for any number of threads.
public final class Places {
  private final KeyTable keys;
  private final StringTable strings;
  private final long[] key;
  private final int[] name;
  private final int[] country;
  private final int[] locatedAs;
  private final int[] firstLocation;
  private final int[] locations;
  private final double[] lat;
  private final double[] lon;
  private final int[] city;

  Places(PlacesBuilder from, int[] locatedAs) {
    keys = from.keys;
    strings = from.strings;
    key = from.canonicalKeys();
    name = from.name.toArray();
    country = from.country.toArray();
    firstLocation = from.firstLocation.toArray();
    locations = from.locations.toArray();
    lat = from.lat.toArray();
    lon = from.lon.toArray();
    city = from.city.toArray();
    this.locatedAs = locatedAs;
  }

  /// No places at all.
  public static Places none() {
    return new PlacesBuilder().build();
  }

  /// Reads place files; see [BlockPipeline#run] for threads and progress.
  ///
  /// @throws ProblemException if a file cannot be read, is packed in an unknown way or holds
  ///   something else; nothing has been read then
  /// @throws InterruptedException if the calling thread is interrupted
  public static PlacesRead read(List<InputFile> files, int threads, Progress progress)
      throws InterruptedException {
    JsonKind.require(files, Set.of(JsonKind.INSTITUTIONS, JsonKind.ROR));
    var builder = new PlacesBuilder();
    var rejects = new ArrayList<Reject>();
    var inputs =
        BlockPipeline.run(
            files, threads, PlacesReader::new, batch -> builder.add(batch, rejects), progress);
    return new PlacesRead(builder.build(), rejects, inputs, builder.lines());
  }

  /// How many places there are; they are numbered from 0.
  public int size() {
    return name.length;
  }

  /// The place of the organisation with this key, or -1 if no file knows it. A place that is known
  /// but has no coordinates has 0 [#locations].
  public int find(long organisationKey) {
    return keys.find(organisationKey);
  }

  /// How many locations `place` has: none, one, or one for each site.
  public int locations(int place) {
    return locations[locatedAs[place]];
  }

  /// Latitude of location `k` of `place`, degrees north.
  public double latDegrees(int place, int k) {
    return lat[location(place, k)];
  }

  /// Longitude of location `k` of `place`, degrees east.
  public double lonDegrees(int place, int k) {
    return lon[location(place, k)];
  }

  /// The city of location `k` of `place`, as GeoNames names it where the source has that; empty if
  /// it is not given.
  public String city(int place, int k) {
    return text(city[location(place, k)]);
  }

  /// The organisation's name; empty if it is not given.
  public String name(int place) {
    return text(name[place]);
  }

  /// The country's ISO 3166-1 alpha-2 code, the ancestor's where `place` has none of its own; empty
  /// if none is given.
  public String country(int place) {
    return text(country[place] >= 0 ? country[place] : country[locatedAs[place]]);
  }

  /// True if the locations of `place` are those of an ancestor.
  public boolean viaParent(int place) {
    return locatedAs[place] != place;
  }

  /// The organisation's key: of its ROR id, or of its OpenAlex id if it has no ROR id.
  public long key(int place) {
    return key[place];
  }

  private int location(int place, int k) {
    int as = locatedAs[place];
    if (k < 0 || k >= locations[as]) {
      throw new IndexOutOfBoundsException(
          "location " + k + " of " + OrganisationKey.url(key[place]) + " with " + locations[as]);
    }
    return firstLocation[as] + k;
  }

  private String text(int string) {
    return string < 0 ? "" : strings.get(string);
  }
}
