package org.ronghe.atlas.locate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ronghe.atlas.source.OrganisationTable;
import org.ronghe.atlas.source.StringTable;

/// Every record that counts and every contribution to it, located or not: the sufficient statistics
/// from which all later rooms work without reading the input again.
///
/// A contribution is one person times one of that person's affiliations; where the affiliation has
/// several places it becomes one row a place. Rows stand in the order of the input, in chunks, so
/// that sums over them have one fixed order whatever the number of threads.
public final class Contributions {
  private static final int CHUNK_ROWS = 1 << 16;

  /// Each id after one byte for its kind, since kinds number their records independently.
  private final StringTable recordIds;

  private final int[] recordKind;
  private final int[] recordYear;
  private final int[] recordField;
  private final double[] recordWeight;
  private final int records;
  private final List<Chunk> chunks;
  private final Names names;
  private final Sites sites;

  Contributions(Builder builder, int[] newSite) {
    recordIds = builder.recordIds;
    records = builder.records;
    recordKind = Arrays.copyOf(builder.recordKind, records);
    recordYear = Arrays.copyOf(builder.recordYear, records);
    recordField = Arrays.copyOf(builder.recordField, records);
    recordWeight = Arrays.copyOf(builder.recordWeight, records);
    names = new Names(builder.kinds, builder.fields, builder.organisations, builder.statements);
    sites = builder.sites;
    chunks = builder.chunks;
    for (var chunk : chunks) {
      chunk.renumberSites(newSite);
    }
  }

  /// The tables that numbers in rows and records point into.
  ///
  /// @param kinds what records are
  /// @param fields fields of science
  /// @param organisations organisations named by contributions
  /// @param statements affiliations as printed, of unlocated contributions
  public record Names(
      StringTable kinds,
      StringTable fields,
      OrganisationTable organisations,
      StringTable statements) {}

  /// A run of rows in the order of the input.
  public static final class Chunk {
    private final int[] record = new int[CHUNK_ROWS];
    private final int[] person = new int[CHUNK_ROWS];
    private final int[] affiliation = new int[CHUNK_ROWS];
    private final int[] site = new int[CHUNK_ROWS];
    private final double[] weight = new double[CHUNK_ROWS];
    private final short[] places = new short[CHUNK_ROWS];
    private final byte[] way = new byte[CHUNK_ROWS];
    private int rows;

    /// How many rows the chunk has.
    public int rows() {
      return rows;
    }

    /// The record of row `i`.
    public int record(int i) {
      return record[i];
    }

    /// The person's ordinal in the record of row `i`, from 0.
    public int person(int i) {
      return person[i];
    }

    /// The organisation of row `i`, or -1 when the row has none.
    public int organisation(int i) {
      return Math.max(affiliation[i], -1);
    }

    /// The affiliation as printed of row `i`, or -1; only rows without organisation have one.
    public int statement(int i) {
      return affiliation[i] < -1 ? -affiliation[i] - 2 : -1;
    }

    /// The site of row `i`, or -1 when it is unlocated.
    public int site(int i) {
      return site[i];
    }

    /// The fraction of its record that row `i` carries, times the record's weight.
    public double weight(int i) {
      return weight[i];
    }

    /// The part of a contribution that row `i` is: 1, or 1/k when the affiliation has k places.
    public double share(int i) {
      return 1.0 / places[i];
    }

    /// How row `i` found its place.
    public LocatedBy locatedBy(int i) {
      return LocatedBy.of(way[i]);
    }

    /// As [#locatedBy], as a place in [LocatedBy#words].
    public int locatedByCode(int i) {
      return way[i];
    }

    boolean isFull() {
      return rows == CHUNK_ROWS;
    }

    private void renumberSites(int[] newSite) {
      for (int i = 0; i < rows; i++) {
        if (site[i] >= 0) {
          site[i] = newSite[site[i]];
        }
      }
    }
  }

  /// How many records count.
  public int records() {
    return records;
  }

  /// The id of record `r` as the source gives it.
  public String recordId(int r) {
    return recordIds.get(r).substring(1);
  }

  /// The UTF-8 bytes that all record ids stand in; see [#recordIdStart] and [#recordIdEnd].
  public byte[] recordIdBytes() {
    return recordIds.bytes();
  }

  /// Where the id of record `r` starts in [#recordIdBytes].
  public int recordIdStart(int r) {
    return recordIds.start(r) + 1;
  }

  /// Where the id of record `r` ends in [#recordIdBytes], exclusive.
  public int recordIdEnd(int r) {
    return recordIds.end(r);
  }

  /// What record `r` is, a number in [Names#kinds].
  public int kind(int r) {
    return recordKind[r];
  }

  /// The year of record `r`.
  public int year(int r) {
    return recordYear[r];
  }

  /// The field of science of record `r`, a number in [Names#fields], or -1.
  public int field(int r) {
    return recordField[r];
  }

  /// What record `r` weighs.
  public double recordWeight(int r) {
    return recordWeight[r];
  }

  /// The rows, in the order of the input.
  public List<Chunk> chunks() {
    return chunks;
  }

  /// The tables that numbers point into.
  public Names names() {
    return names;
  }

  /// The distinct positions.
  public Sites sites() {
    return sites;
  }

  /// Collects records and rows in the order of the input.
  static final class Builder {
    private final StringTable recordIds = new StringTable();
    private final StringTable kinds = new StringTable();
    private final StringTable fields = new StringTable();
    private final StringTable statements = new StringTable();
    private final OrganisationTable organisations = new OrganisationTable();
    private final Sites sites = new Sites();
    private final List<Chunk> chunks = new ArrayList<>();
    private Chunk last = new Chunk();
    private int records;
    private int[] recordKind = new int[1024];
    private int[] recordYear = new int[1024];
    private int[] recordField = new int[1024];
    private double[] recordWeight = new double[1024];

    StringTable fields() {
      return fields;
    }

    StringTable statements() {
      return statements;
    }

    OrganisationTable organisations() {
      return organisations;
    }

    Sites sites() {
      return sites;
    }

    StringTable kinds() {
      return kinds;
    }

    /// Adds a record unless its kind has one of that id already.
    ///
    /// @param id the kind's number as one byte, then the id
    /// @return the record's number, or -1 for a duplicate
    int addRecord(byte[] id, int length, int kind, int year, int field, double weight) {
      if (recordIds.add(id, 0, length) < records) {
        return -1;
      }
      if (records == recordKind.length) {
        recordKind = Arrays.copyOf(recordKind, records * 2);
        recordYear = Arrays.copyOf(recordYear, records * 2);
        recordField = Arrays.copyOf(recordField, records * 2);
        recordWeight = Arrays.copyOf(recordWeight, records * 2);
      }
      recordKind[records] = kind;
      recordYear[records] = year;
      recordField[records] = field;
      recordWeight[records] = weight;
      return records++;
    }

    /// Adds a row.
    ///
    /// @param affiliation the organisation, or -(statement + 2), or -1
    /// @param site or -1
    /// @param places how many places the affiliation has, at least 1
    void addRow(
        int record,
        int person,
        int affiliation,
        int site,
        double weight,
        int places,
        LocatedBy way) {
      if (chunks.isEmpty() || last.isFull()) {
        last = new Chunk();
        chunks.add(last);
      }
      int i = last.rows++;
      last.record[i] = record;
      last.person[i] = person;
      last.affiliation[i] = affiliation;
      last.site[i] = site;
      last.weight[i] = weight;
      last.places[i] = (short) places;
      last.way[i] = way.code();
    }

    Contributions build() {
      return new Contributions(this, sites.sort());
    }
  }
}
