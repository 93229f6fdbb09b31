package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.atlas.method.Methods;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/// Takes orders for rankings: checks them and starts the job.
@Component
class RunDesk {
  private final AllowedFolders folders;
  private final Jobs jobs;

  RunDesk(AllowedFolders folders, Jobs jobs) {
    this.folders = folders;
    this.jobs = jobs;
  }

  /// Starts a ranking of files in the folders that the configuration opens, or of made-up records.
  ///
  /// @return the job's id
  /// @throws NodeProblem INPUT_INVALID with all that is wrong
  long start(RunInput wanted) {
    if (wanted.demo()) {
      return jobs.start(RunJob.CODE, wanted.note(), wanted);
    }
    var faults = new LinkedHashMap<String, String>();
    var input =
        new RunInput(
            false,
            files("works", wanted.works(), faults),
            files("patents", wanted.patents(), faults),
            files("places", wanted.places(), faults),
            wanted.method(),
            wanted.minWeight().strip(),
            wanted.note(),
            wanted.language());
    if (!Methods.IDS.contains(input.method())) {
      faults.put("method", "ranking.fault.no-method");
    }
    if (faults.isEmpty() && input.works().isEmpty() && input.patents().isEmpty()) {
      faults.put("works", "ranking.fault.nothing");
    }
    if (!faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    String subject = input.note().isBlank() ? input.method() : input.note();
    return jobs.start(RunJob.CODE, subject, input);
  }

  private List<String> files(String field, List<String> names, Map<String, String> faults) {
    var files = new ArrayList<String>();
    for (String name : names) {
      try {
        files.add(folders.allowed(field, name).toString());
      } catch (NodeProblem problem) {
        faults.putAll(problem.fields());
      }
    }
    return files;
  }
}
