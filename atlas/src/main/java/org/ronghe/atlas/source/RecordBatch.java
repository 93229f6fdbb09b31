package org.ronghe.atlas.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;

/// Records read from one block of one input, in the order of the file, as struct of arrays.
///
/// A reader calls [#begin] for each record, then for each of its persons [#person], then for each
/// of that person's affiliations [#affiliation]; it may [#drop] the record it is in. A person
/// without an affiliation, and a record without persons, get one empty affiliation when the record
/// ends, so that every record has at least one contribution. Not thread-safe: one batch, one
/// thread.
public final class RecordBatch {
  /// The author list in the source was cut short.
  public static final int TRUNCATED = 1;

  private final String file;

  private int records;
  private long[] idOffset = new long[256];
  private int[] year = new int[256];
  private int[] kind = new int[256];
  private int[] field = new int[256];
  private int[] flags = new int[256];
  private int[] line = new int[256];
  private double[] weight = new double[256];
  private int[] persons = new int[256];
  private int[] firstContribution = new int[257];

  private int contributions;
  private int[] person = new int[1024];
  private int[] organisation = new int[1024];
  private int[] statement = new int[1024];
  private double[] latDegrees = {};
  private double[] lonDegrees = {};

  private byte[] ids = new byte[4096];
  private int idBytes;

  private final StringTable strings = new StringTable();
  private final OrganisationTable organisations = new OrganisationTable();
  private final Map<ExclusionReason, Long> excluded = new HashMap<>();
  private final List<Reject> rejects = new ArrayList<>();
  private long lines;
  private boolean open;

  /// The kinds by number, each decoded once.
  private final List<String> kindNames = new ArrayList<>();

  private int rememberedContributions;

  /// @param file the input as the user named it, for rejects
  public RecordBatch(String file) {
    this.file = file;
  }

  // ---- writing -------------------------------------------------------------------------------

  /// Starts a record, which ends with the next `begin` or [#finish].
  ///
  /// @param id UTF-8 bytes of the record's id, copied
  /// @param kind what it is: `publication`, `patent`, `deal` or another token of the input
  /// @param year four digits
  /// @param weight how much the record counts; 1 unless the source says otherwise
  public void begin(byte[] id, int from, int to, String kind, int year, double weight) {
    close();
    if (records + 1 >= firstContribution.length) {
      growRecords();
    }
    int r = records++;
    int length = to - from;
    if (idBytes + length > ids.length) {
      ids = Arrays.copyOf(ids, Math.max(ids.length * 2, idBytes + length));
    }
    System.arraycopy(id, from, ids, idBytes, length);
    idOffset[r] = ((long) idBytes << 32) | length;
    idBytes += length;
    this.kind[r] = kindNumber(kind);
    this.year[r] = year;
    this.weight[r] = weight;
    field[r] = -1;
    flags[r] = 0;
    line[r] = 0;
    persons[r] = 0;
    firstContribution[r] = contributions;
    rememberedContributions = contributions;
    open = true;
  }

  /// As [#begin(byte\[\], int, int, String, int, double)] with a string id.
  public void begin(String id, String kind, int year, double weight) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    begin(bytes, 0, bytes.length, kind, year, weight);
  }

  /// Forgets the record that is open; it was excluded or malformed.
  public void drop() {
    if (!open) {
      throw new IllegalStateException("no record is open in " + file);
    }
    records--;
    contributions = rememberedContributions;
    open = false;
  }

  /// The field of science of the open record, as the source names it.
  public void field(byte[] text, int from, int to) {
    field[records - 1] = strings.add(text, from, to);
  }

  /// As [#field(byte\[\], int, int)].
  public void field(String name) {
    field[records - 1] = strings.add(name);
  }

  /// Sets a flag such as [#TRUNCATED] on the open record.
  public void flag(int flag) {
    flags[records - 1] |= flag;
  }

  /// Where the open record stands: a line of this block, from 1.
  public void atLine(int lineInBlock) {
    line[records - 1] = lineInBlock;
  }

  /// Starts the next person of the open record and returns the ordinal, from 0.
  public int person() {
    closePerson();
    return persons[records - 1]++;
  }

  /// Adds an affiliation of the person last started.
  ///
  /// @param organisation index in [#organisations], or -1
  /// @param statement the affiliation as printed, an index in [#strings], or -1; needed only when
  ///   there is no organisation with an identifier
  public void affiliation(int organisation, int statement) {
    affiliation(persons[records - 1] - 1, organisation, statement, Double.NaN, Double.NaN);
  }

  /// Adds an affiliation with given coordinates (degrees, both NaN when there are none) to the
  /// person with ordinal `ofPerson`.
  public void affiliation(
      int ofPerson, int organisation, int statement, double latDegrees, double lonDegrees) {
    if (contributions == person.length) {
      growContributions();
    }
    int c = contributions++;
    person[c] = ofPerson;
    this.organisation[c] = organisation;
    this.statement[c] = statement;
    if (!Double.isNaN(latDegrees)) {
      place(c, latDegrees, lonDegrees);
    }
  }

  /// Counts a record that the method leaves out.
  public void exclude(ExclusionReason reason) {
    excluded.merge(reason, 1L, Long::sum);
  }

  /// Notes bad data at `line` (1-based, within this block).
  public void reject(long line, String field, String value, RejectCode code) {
    rejects.add(new Reject(file, line, field, value, code));
  }

  /// Ends the batch.
  ///
  /// @param lines how many lines of the file the block held
  public void finish(long lines) {
    close();
    this.lines = lines;
  }

  // ---- reading -------------------------------------------------------------------------------

  /// The input as the user named it.
  public String file() {
    return file;
  }

  /// How many records there are.
  public int records() {
    return records;
  }

  /// How many lines of the file the block held.
  public long lines() {
    return lines;
  }

  /// The id of record `r`.
  public String id(int r) {
    return new String(ids, idStart(r), idLength(r), StandardCharsets.UTF_8);
  }

  /// The bytes that all ids of the batch stand in; see [#idStart] and [#idLength].
  public byte[] idBytes() {
    return ids;
  }

  /// Where the id of record `r` starts in [#idBytes].
  public int idStart(int r) {
    return (int) (idOffset[r] >>> 32);
  }

  /// How many bytes the id of record `r` has.
  public int idLength(int r) {
    return (int) idOffset[r];
  }

  /// What record `r` is.
  public String kind(int r) {
    return kindNames.get(kind[r]);
  }

  /// The year of record `r`.
  public int year(int r) {
    return year[r];
  }

  /// How much record `r` counts.
  public double weight(int r) {
    return weight[r];
  }

  /// The field of science of record `r` as an index in [#strings], or -1.
  public int field(int r) {
    return field[r];
  }

  /// True if record `r` carries `flag`.
  public boolean has(int r, int flag) {
    return (flags[r] & flag) != 0;
  }

  /// The line of this block that record `r` stands in, from 1; 0 if unknown.
  public int line(int r) {
    return line[r];
  }

  /// How many persons record `r` has, at least 1.
  public int persons(int r) {
    return Math.max(1, persons[r]);
  }

  /// The first contribution of record `r`; `r == records()` gives their number.
  public int firstContribution(int r) {
    return r == records ? contributions : firstContribution[r];
  }

  /// The person's ordinal in the record of contribution `c`.
  public int person(int c) {
    return person[c];
  }

  /// The organisation of contribution `c`, an index in [#organisations], or -1.
  public int organisation(int c) {
    return organisation[c];
  }

  /// The affiliation as printed of contribution `c`, an index in [#strings], or -1.
  public int statement(int c) {
    return statement[c];
  }

  /// The given latitude of contribution `c` in degrees, NaN if none was given.
  public double latDegrees(int c) {
    return c < latDegrees.length ? latDegrees[c] : Double.NaN;
  }

  /// The given longitude of contribution `c` in degrees, NaN if none was given.
  public double lonDegrees(int c) {
    return c < lonDegrees.length ? lonDegrees[c] : Double.NaN;
  }

  /// Fields and affiliations as printed, each once.
  public StringTable strings() {
    return strings;
  }

  /// The organisations the contributions name, each once.
  public OrganisationTable organisations() {
    return organisations;
  }

  /// How many records were left out, by reason.
  public Map<ExclusionReason, Long> excluded() {
    return excluded;
  }

  /// What was wrong, in the order of the file, lines counted within this block.
  public List<Reject> rejects() {
    return rejects;
  }

  // ---- growing -------------------------------------------------------------------------------

  /// There are few kinds, most often one.
  private int kindNumber(String name) {
    int number = kindNames.indexOf(name);
    if (number < 0) {
      number = kindNames.size();
      kindNames.add(name);
    }
    return number;
  }

  private void close() {
    if (!open) {
      return;
    }
    closePerson();
    if (persons[records - 1] == 0) {
      affiliation(0, -1, -1, Double.NaN, Double.NaN);
    }
    open = false;
  }

  private void closePerson() {
    int last = persons[records - 1] - 1;
    boolean silent =
        last >= 0
            && (contributions == firstContribution[records - 1]
                || person[contributions - 1] < last);
    if (silent) {
      affiliation(last, -1, -1, Double.NaN, Double.NaN);
    }
  }

  private void place(int c, double lat, double lon) {
    if (c >= latDegrees.length) {
      int from = latDegrees.length;
      latDegrees = Arrays.copyOf(latDegrees, person.length);
      lonDegrees = Arrays.copyOf(lonDegrees, person.length);
      Arrays.fill(latDegrees, from, latDegrees.length, Double.NaN);
      Arrays.fill(lonDegrees, from, lonDegrees.length, Double.NaN);
    }
    latDegrees[c] = lat;
    lonDegrees[c] = lon;
  }

  private void growRecords() {
    int size = year.length * 2;
    idOffset = Arrays.copyOf(idOffset, size);
    year = Arrays.copyOf(year, size);
    kind = Arrays.copyOf(kind, size);
    field = Arrays.copyOf(field, size);
    flags = Arrays.copyOf(flags, size);
    line = Arrays.copyOf(line, size);
    weight = Arrays.copyOf(weight, size);
    persons = Arrays.copyOf(persons, size);
    firstContribution = Arrays.copyOf(firstContribution, size + 1);
  }

  private void growContributions() {
    int size = person.length * 2;
    person = Arrays.copyOf(person, size);
    organisation = Arrays.copyOf(organisation, size);
    statement = Arrays.copyOf(statement, size);
  }
}
