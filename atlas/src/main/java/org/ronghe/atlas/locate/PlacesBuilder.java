package org.ronghe.atlas.locate;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.StringTable;
import org.ronghe.atlas.source.input.InputFile;

/// Puts batches of place records together, in the order of the files, and then follows successors
/// and parents.
final class PlacesBuilder {
  private static final int FROM_INSTITUTIONS = 1;
  private static final int FROM_ROR = 2;

  final KeyTable keys = new KeyTable();
  final StringTable strings = new StringTable();
  final Ints name = new Ints();
  final Ints country = new Ints();
  final Ints firstLocation = new Ints();
  final Ints locations = new Ints();
  final Doubles lat = new Doubles();
  final Doubles lon = new Doubles();
  final Ints city = new Ints();

  private final Longs openAlexKey = new Longs();
  private final Longs rorKey = new Longs();
  private final Ints sources = new Ints();
  private final Ints withdrawn = new Ints();

  // Links of a place form a chain in the order they were read.
  private final Ints firstLink = new Ints();
  private final Ints lastLink = new Ints();
  private final Ints nextLink = new Ints();
  private final Longs linkKey = new Longs();
  private final Ints linkType = new Ints();

  private @Nullable InputFile file;
  private long linesOfFile;
  private long lines;

  /// Lines of all batches so far.
  long lines() {
    return lines;
  }

  /// Takes the next batch; what is wrong is added to `rejects`.
  void add(PlaceBatch batch, List<Reject> rejects) {
    if (!batch.file.equals(file)) {
      file = batch.file;
      linesOfFile = 0;
    }
    for (var reject : batch.rejects) {
      rejects.add(reject.after(linesOfFile));
    }
    int[] string = batch.strings.into(strings);
    int location = 0;
    int link = 0;
    for (int r = 0; r < batch.size(); r++) {
      int place = place(batch, r);
      if (place < 0) {
        rejects.add(duplicate(batch, r).after(linesOfFile));
      } else {
        fill(place, batch, r, string, location);
        for (int i = link; i < batch.linksEnd.get(r); i++) {
          link(place, batch.linkKey.get(i), batch.linkType.get(i));
        }
      }
      location = batch.locationsEnd.get(r);
      link = batch.linksEnd.get(r);
    }
    linesOfFile += batch.lines;
    lines += batch.lines;
  }

  private static Reject duplicate(PlaceBatch batch, int r) {
    long key = batch.fromRor.get(r) == 1 ? batch.rorKey.get(r) : batch.openAlexKey.get(r);
    return new Reject(
        batch.file.name(),
        batch.line.get(r),
        "id",
        OrganisationKey.url(key),
        RejectCode.DUPLICATE_ID);
  }

  /// The place that record `r` is of, made if it is new; -1 if its id was read before from a file
  /// of the same kind.
  private int place(PlaceBatch batch, int r) {
    long openAlex = batch.openAlexKey.get(r);
    long ror = batch.rorKey.get(r);
    boolean fromRor = batch.fromRor.get(r) == 1;
    int known = keys.find(fromRor ? ror : openAlex);
    int source = fromRor ? FROM_ROR : FROM_INSTITUTIONS;
    if (known >= 0 && (sources.get(known) & source) != 0) {
      return -1;
    }
    int place = known >= 0 ? known : keys.find(ror);
    if (place < 0) {
      place = name.size();
      name.add(-1);
      country.add(-1);
      firstLocation.add(0);
      locations.add(0);
      openAlexKey.add(openAlex);
      rorKey.add(ror);
      sources.add(0);
      withdrawn.add(0);
      firstLink.add(-1);
      lastLink.add(-1);
    }
    sources.set(place, sources.get(place) | source);
    if (openAlex != OrganisationKey.NONE) {
      keys.put(openAlex, place);
    }
    if (ror != OrganisationKey.NONE) {
      keys.put(ror, place);
    }
    return place;
  }

  private void fill(int place, PlaceBatch batch, int r, int[] string, int firstOfBatch) {
    if (name.get(place) < 0 && batch.name.get(r) >= 0) {
      name.set(place, string[batch.name.get(r)]);
    }
    if (country.get(place) < 0 && batch.country.get(r) >= 0) {
      country.set(place, string[batch.country.get(r)]);
    }
    withdrawn.set(place, withdrawn.get(place) | batch.withdrawn.get(r));
    int end = batch.locationsEnd.get(r);
    if (locations.get(place) == 0 && end > firstOfBatch) {
      firstLocation.set(place, lat.size());
      locations.set(place, end - firstOfBatch);
      for (int i = firstOfBatch; i < end; i++) {
        lat.add(batch.lat.get(i));
        lon.add(batch.lon.get(i));
        city.add(batch.city.get(i) < 0 ? -1 : string[batch.city.get(i)]);
      }
    }
  }

  private void link(int place, long key, int type) {
    int link = nextLink.size();
    nextLink.add(-1);
    linkKey.add(key);
    linkType.add(type);
    if (lastLink.get(place) < 0) {
      firstLink.set(place, link);
    } else {
      nextLink.set(lastLink.get(place), link);
    }
    lastLink.set(place, link);
  }

  /// The places; the builder is spent then.
  Places build() {
    int size = name.size();
    int[] successor = new int[size];
    for (int place = 0; place < size; place++) {
      successor[place] = successor(place);
    }
    keys.renumber(successor);
    int[] locatedAs = new int[size];
    for (int place = 0; place < size; place++) {
      locatedAs[place] = locations.get(place) > 0 ? place : ancestor(place);
    }
    return new Places(this, locatedAs);
  }

  /// Follows a withdrawn place to the last successor that is known; in a circle, to where it
  /// closes.
  private int successor(int place) {
    int at = place;
    var passed = withdrawn.get(place) == 1 ? new HashSet<Integer>() : null;
    while (passed != null && withdrawn.get(at) == 1 && passed.add(at)) {
      int next = -1;
      for (int link = firstLink.get(at); link >= 0 && next < 0; link = nextLink.get(link)) {
        if (linkType.get(link) == PlaceBatch.SUCCESSOR) {
          next = keys.find(linkKey.get(link));
        }
      }
      at = next < 0 ? at : next;
    }
    return at;
  }

  /// The nearest ancestor with a location, level by level, or `place` itself if there is none.
  private int ancestor(int place) {
    if (firstLink.get(place) < 0) {
      return place;
    }
    var seen = new HashSet<Integer>();
    var waiting = new ArrayDeque<Integer>();
    waiting.add(place);
    seen.add(place);
    while (!waiting.isEmpty()) {
      int at = waiting.remove();
      if (locations.get(at) > 0) {
        return at;
      }
      for (int link = firstLink.get(at); link >= 0; link = nextLink.get(link)) {
        int next = linkType.get(link) == PlaceBatch.PARENT ? keys.find(linkKey.get(link)) : -1;
        if (next >= 0 && seen.add(next)) {
          waiting.add(next);
        }
      }
    }
    return place;
  }

  /// For each place the key of its ROR id, or else of its OpenAlex id.
  long[] canonicalKeys() {
    long[] key = rorKey.toArray();
    for (int i = 0; i < key.length; i++) {
      key[i] = key[i] == OrganisationKey.NONE ? openAlexKey.get(i) : key[i];
    }
    return key;
  }
}
