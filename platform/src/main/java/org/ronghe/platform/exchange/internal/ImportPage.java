package org.ronghe.platform.exchange.internal;

import java.util.List;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.web.View;

/// An import: how far it is, what is wrong, what can be done.
///
/// @param faults the first of them
/// @param working whether a job is at it
/// @param organisation where a row names none; empty for none
public record ImportPage(
    View view, ImportRun run, List<ImportFault> faults, boolean working, String organisation) {
  public ImportPage {
    faults = List.copyOf(faults);
  }

  /// Its address.
  public String href() {
    return "/imports/" + run.id();
  }

  /// A column's title.
  public String title(String column) {
    return AnnotatedCopy.title(column, view.texts());
  }
}
