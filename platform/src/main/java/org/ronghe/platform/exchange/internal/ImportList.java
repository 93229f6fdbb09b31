package org.ronghe.platform.exchange.internal;

import java.util.List;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;

/// Imports, and where a new one begins.
///
/// @param kinds what the reader may import
/// @param own names of organisations that the reader enters facts about
/// @param fault what is wrong with the upload; empty where nothing is
public record ImportList(
    View view, Listing<ImportRun> rows, List<String> kinds, List<String> own, String fault) {
  public ImportList {
    kinds = List.copyOf(kinds);
    own = List.copyOf(own);
  }
}
