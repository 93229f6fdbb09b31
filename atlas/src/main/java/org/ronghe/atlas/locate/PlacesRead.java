package org.ronghe.atlas.locate;

import java.util.List;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.source.input.InputRead;

/// What came of reading place files.
///
/// @param places the places
/// @param rejects what was wrong, in the order of the files
/// @param inputs the files with their digests
/// @param lines lines read (elements, where a file is one JSON array)
public record PlacesRead(Places places, List<Reject> rejects, List<InputRead> inputs, long lines) {
  public PlacesRead {
    rejects = List.copyOf(rejects);
    inputs = List.copyOf(inputs);
  }
}
