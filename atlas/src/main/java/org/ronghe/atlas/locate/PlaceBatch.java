package org.ronghe.atlas.locate;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.source.StringTable;
import org.ronghe.atlas.source.input.InputFile;

/// Place records of one block, as struct of arrays. Strings are numbers in [#strings], -1 for none.
final class PlaceBatch {
  /// A link to a parent.
  static final int PARENT = 0;

  /// A link to a successor.
  static final int SUCCESSOR = 1;

  final InputFile file;
  final StringTable strings = new StringTable();
  final List<Reject> rejects = new ArrayList<>();
  long lines;

  final Longs openAlexKey = new Longs();
  final Longs rorKey = new Longs();
  final Ints fromRor = new Ints(); // 1 if the record is one of ROR, 0 if it is an institution
  final Ints withdrawn = new Ints(); // 1 if so
  final Ints name = new Ints();
  final Ints country = new Ints();
  final Ints line = new Ints();
  final Ints locationsEnd = new Ints();
  final Ints linksEnd = new Ints();

  final Doubles lat = new Doubles();
  final Doubles lon = new Doubles();
  final Ints city = new Ints();

  final Longs linkKey = new Longs();
  final Ints linkType = new Ints();

  PlaceBatch(InputFile file) {
    this.file = file;
  }

  int size() {
    return name.size();
  }
}
