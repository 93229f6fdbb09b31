package org.ronghe.atlas.locate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Method;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.ExclusionReason;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.OrganisationTable;
import org.ronghe.atlas.source.RecordBatch;

/// Turns batches of records, handed over in the order of the input, into [Contributions]: drops
/// what the method leaves out and what was read before, splits each record over its persons, their
/// affiliations and the places of an affiliation, and locates each by given coordinates, then by
/// institution, then by the institution's parent.
///
/// The split is that of the Leiden Ranking Open Edition: equally over persons, then equally over
/// each person's affiliations. What stays unlocated keeps its weight and its name, so that a later
/// step may locate affiliations as printed.
public final class Locator {
  private final Map<String, Kind> kinds = new HashMap<>();
  private final Places places;
  private final Consumer<Reject> rejects;
  private final Contributions.Builder out = new Contributions.Builder();
  private final Tally tally = new Tally();

  private int[] placeOfOrganisation = {};
  private int known;
  private int[][] sitesOfPlace = {};
  private byte[] key = new byte[64];
  private int[] affiliations = new int[16];
  private String file = "";
  private long linesBefore;

  /// One kind of record under the method.
  ///
  /// @param number in [Contributions.Names#kinds]
  private record Kind(int number, int fromYear, int toYear) {}

  /// @param method says which kinds and years count
  /// @param places where institutions are
  /// @param rejects takes bad data, in the order of the input
  public Locator(Method method, Places places, Consumer<Reject> rejects) {
    this.places = places;
    this.rejects = rejects;
    for (var metric : method.metrics()) {
      kinds.merge(
          metric.kind(),
          new Kind(out.kinds().add(metric.kind()), metric.fromYear(), metric.toYear()),
          (a, b) ->
              new Kind(
                  a.number(),
                  Math.min(a.fromYear(), b.fromYear()),
                  Math.max(a.toYear(), b.toYear())));
    }
  }

  /// Takes the next batch of the input.
  public void accept(RecordBatch batch) {
    if (!batch.file().equals(file)) {
      file = batch.file();
      linesBefore = 0;
    }
    for (var reject : batch.rejects()) {
      reject(reject.after(linesBefore));
    }
    long excluded = 0;
    for (var entry : batch.excluded().entrySet()) {
      tally.addExcluded(entry.getKey(), entry.getValue());
      excluded += entry.getValue();
    }
    tally.addRead(batch.records() + excluded);
    var names = new BatchNames(batch);
    for (int r = 0; r < batch.records(); r++) {
      record(batch, r, names);
    }
    linesBefore += batch.lines();
  }

  /// Everything that was taken in.
  public Contributions finish() {
    return out.build();
  }

  /// What happened on the way.
  public Tally tally() {
    return tally;
  }

  private void record(RecordBatch batch, int r, BatchNames names) {
    var kind = names.kind(r);
    if (kind == null) {
      tally.addExcluded(ExclusionReason.KIND, 1);
      return;
    }
    if (batch.year(r) < kind.fromYear() || batch.year(r) > kind.toYear()) {
      tally.addExcluded(ExclusionReason.YEAR, 1);
      return;
    }
    int length = batch.idLength(r) + 1;
    if (key.length < length) {
      key = new byte[length * 2];
    }
    key[0] = (byte) (kind.number() + '0');
    System.arraycopy(batch.idBytes(), batch.idStart(r), key, 1, length - 1);
    double weight = batch.weight(r);
    int record =
        out.addRecord(
            key, length, kind.number(), batch.year(r), names.field(batch.field(r)), weight);
    if (record < 0) {
      tally.addDuplicate();
      long line = batch.line(r) == 0 ? 0 : linesBefore + batch.line(r);
      reject(new Reject(batch.file(), line, "id", batch.id(r), RejectCode.DUPLICATE_ID));
      return;
    }
    if (batch.has(r, RecordBatch.TRUNCATED)) {
      tally.addTruncated();
    }
    tally.addCounted(weight);
    split(batch, r, record, weight, names);
  }

  private void split(RecordBatch batch, int r, int record, double weight, BatchNames names) {
    int first = batch.firstContribution(r);
    int end = batch.firstContribution(r + 1);
    int persons = batch.persons(r);
    if (affiliations.length < persons) {
      affiliations = new int[persons * 2];
    }
    Arrays.fill(affiliations, 0, persons, 0);
    for (int c = first; c < end; c++) {
      affiliations[batch.person(c)]++;
    }
    for (int c = first; c < end; c++) {
      int person = batch.person(c);
      locate(batch, r, c, record, person, weight / persons / affiliations[person], names);
    }
  }

  private void locate(
      RecordBatch batch, int r, int c, int record, int person, double weight, BatchNames names) {
    int organisation = names.organisation(batch.organisation(c), batch.line(r));
    double lat = batch.latDegrees(c);
    if (!Double.isNaN(lat)) {
      int site = out.sites().add(lat, batch.lonDegrees(c));
      out.addRow(record, person, organisation, site, weight, 1, LocatedBy.COORDINATES);
      tally.addContribution(LocatedBy.COORDINATES, weight);
      return;
    }
    int place = organisation < 0 ? -1 : placeOfOrganisation[organisation];
    var sites = place < 0 ? null : sitesOf(place);
    if (sites == null) {
      int affiliation = organisation >= 0 ? organisation : -names.statement(batch.statement(c)) - 2;
      out.addRow(record, person, affiliation, -1, weight, 1, LocatedBy.UNLOCATED);
      tally.addContribution(LocatedBy.UNLOCATED, weight);
      return;
    }
    var way = places.viaParent(place) ? LocatedBy.PARENT : LocatedBy.INSTITUTION;
    for (int site : sites) {
      out.addRow(record, person, organisation, site, weight / sites.length, sites.length, way);
    }
    tally.addContribution(way, weight);
  }

  private int @Nullable [] sitesOf(int place) {
    if (place >= sitesOfPlace.length) {
      sitesOfPlace = Arrays.copyOf(sitesOfPlace, Math.max(place + 1, places.size()));
    }
    int[] sites = sitesOfPlace[place];
    if (sites == null) {
      sites = new int[places.locations(place)];
      for (int k = 0; k < sites.length; k++) {
        sites[k] = out.sites().add(places.latDegrees(place, k), places.lonDegrees(place, k));
      }
      sitesOfPlace[place] = sites;
    }
    return sites.length == 0 ? null : sites;
  }

  private void reject(Reject reject) {
    tally.addReject(reject.code());
    rejects.accept(reject);
  }

  /// A batch's own numbers for names, turned into those of the whole run when first met.
  private final class BatchNames {
    private static final int UNKNOWN = -2;

    private final RecordBatch batch;
    private final int[] fields;
    private final int[] statements;
    private final int[] organisations;
    private String kindName = "";
    private @Nullable Kind kind;

    BatchNames(RecordBatch batch) {
      this.batch = batch;
      fields = new int[batch.strings().size()];
      statements = new int[batch.strings().size()];
      organisations = new int[batch.organisations().size()];
      Arrays.fill(fields, UNKNOWN);
      Arrays.fill(statements, UNKNOWN);
      Arrays.fill(organisations, UNKNOWN);
    }

    /// The kind of record `r` under the method, or null if it has none; most are as the one before.
    @Nullable Kind kind(int r) {
      String name = batch.kind(r);
      if (!name.equals(kindName)) {
        kindName = name;
        kind = kinds.get(name);
      }
      return kind;
    }

    int field(int local) {
      if (local < 0) {
        return -1;
      }
      if (fields[local] == UNKNOWN) {
        fields[local] = out.fields().add(batch.strings().get(local));
      }
      return fields[local];
    }

    int statement(int local) {
      if (local < 0) {
        return -1;
      }
      if (statements[local] == UNKNOWN) {
        statements[local] = out.statements().add(batch.strings().get(local));
      }
      return statements[local];
    }

    int organisation(int local, int line) {
      if (local < 0) {
        return -1;
      }
      if (organisations[local] == UNKNOWN) {
        organisations[local] = add(batch.organisations(), local, line);
      }
      return organisations[local];
    }

    private int add(OrganisationTable from, int i, int line) {
      var all = out.organisations();
      int place = placeOf(from, i);
      int number =
          from.hasName(i) || place < 0
              ? from.addTo(all, i)
              : all.add(from.openAlexKey(i), from.rorKey(i), places.name(place));
      if (number < known) {
        return number;
      }
      known = number + 1;
      if (placeOfOrganisation.length < known) {
        placeOfOrganisation = Arrays.copyOf(placeOfOrganisation, known * 2);
      }
      placeOfOrganisation[number] = place;
      long key = from.rorKey(i) != 0 ? from.rorKey(i) : from.openAlexKey(i);
      if (place < 0 && key != OrganisationKey.NONE) {
        var url = OrganisationKey.url(key);
        long inFile = line == 0 ? 0 : linesBefore + line;
        reject(
            new Reject(batch.file(), inFile, "institution", url, RejectCode.INSTITUTION_UNKNOWN));
      }
      return number;
    }

    private int placeOf(OrganisationTable from, int i) {
      int place = from.rorKey(i) == 0 ? -1 : places.find(from.rorKey(i));
      if (place < 0 || places.locations(place) == 0) {
        int other = from.openAlexKey(i) == 0 ? -1 : places.find(from.openAlexKey(i));
        place = other < 0 ? place : other;
      }
      return place;
    }
  }
}
